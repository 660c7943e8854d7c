import type { Frame } from "playwright-core";
import type { Desk } from "./desk";
import { Keys } from "./keys";

/** More than any view has stops: so long a walk is a trap. */
const END = 200;

/**
 * Walks through a view with Tab from its first stop, and back with Shift+Tab from its last, until the focus leaves the
 * pane: sentences about stops that are not reached, not seen or not marked, none when all is well.
 */
export async function walk(desk: Desk, view: string): Promise<string[]> {
  const frame = desk.frame();
  const keys = new Keys(desk);
  const found: string[] = [];
  const stops = await frame.evaluate(tabStops);
  for (const [key, first] of [["Tab", 0], ["Shift+Tab", stops.length - 1]] as const) {
    await desk.page.locator("aside.pane iframe").focus();
    await frame.evaluate((at) => window.stops[at]?.focus(), first);
    const reached = new Set([first]);
    for (let pressed = 0; ; pressed++) {
      await desk.page.keyboard.press(key);
      if (!(await inPane(desk, frame))) break;
      if (pressed === END) {
        found.push(`${key} never leaves the pane`);
        break;
      }
      await keys.check(key);
      reached.add(await frame.evaluate(atStop));
    }
    found.push(...stops.filter((_, at) => !reached.has(at)).map((stop) => `${stop} is not reached with ${key}`));
    if (reached.has(-1)) found.push(`${key} stops where nothing can be done`);
  }
  return [...found, ...keys.faults].map((what) => `${view}: ${what}`);
}

declare global {
  interface Window {
    /** The stops of the view that is walked through. */
    stops: HTMLElement[];
  }
}

/** Keeps what Tab should stop at, and names it. A group that the arrows move in is one stop, wherever in it the focus comes. */
function tabStops(): string[] {
  const group = (element: HTMLElement) => (element instanceof HTMLInputElement && element.type === "radio" ? `radio ${element.name}` : element.role === "tab" ? element.closest("[role=tablist]") : element);
  const seen = new Set<unknown>();
  window.stops = [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [tabindex]")].filter((element) => {
    if (element.tabIndex < 0 || element.matches(":disabled, [data-tabster-dummy]") || !element.checkVisibility({ visibilityProperty: true }) || seen.has(group(element))) return false;
    seen.add(group(element));
    return true;
  });
  return window.stops.map((element) => `${element.localName} “${(element.getAttribute("aria-label") ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent ?? "").slice(0, 40)}”`);
}

/** Which of the stops has the focus; -1 when none has. */
function atStop(): number {
  const focused = document.activeElement;
  const same = (one: HTMLElement) =>
    one === focused ||
    (one instanceof HTMLInputElement && one.type === "radio" && focused instanceof HTMLInputElement && focused.name === one.name) ||
    (one.role === "tab" && focused?.role === "tab");
  return window.stops.findIndex(same);
}

/** Whether the focus is in the pane: the page around tells surely, the pane may think so still when the focus has left it. */
async function inPane(desk: Desk, frame: Frame): Promise<boolean> {
  const [around, within] = await Promise.all([
    desk.page.evaluate(() => document.activeElement?.localName === "iframe"),
    frame.evaluate(() => document.hasFocus() && document.activeElement !== document.body),
  ]);
  return around && within;
}
