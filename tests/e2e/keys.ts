import type { Locator } from "playwright-core";
import type { Desk } from "./desk";

/** A user without a mouse: presses keys in the pane, and notes every moment when the focus can't be found. */
export class Keys {
  /** What was wrong, as sentences. */
  readonly faults: string[] = [];
  /** What had the focus after each key, in order. */
  readonly path: string[] = [];
  /** What has been seen to show that it has the focus: that is tried once, as it takes the focus away for a moment. */
  private readonly marked = new Set<string>();

  constructor(private readonly desk: Desk) {}

  /** Goes into the pane from Excel (F6 there). */
  async enter(): Promise<void> {
    await this.desk.page.locator("aside.pane iframe").focus();
  }

  /** Presses a key; the focus has to be somewhere in the pane, seen and marked. */
  async press(key: string): Promise<void> {
    await this.desk.page.keyboard.press(key);
    await this.check(key);
  }

  /** Presses Tab, or another key, until an element has the focus. */
  async reach(goal: Locator, key = "Tab"): Promise<void> {
    for (let pressed = 0; pressed < 80; pressed++) {
      if (await goal.evaluate((element) => element === document.activeElement)) return;
      await this.press(key);
    }
    throw new Error(`${String(goal)} is not reached by ${key}: ${this.path.slice(-80).join(" → ")}`);
  }

  /** Notes what is wrong with where the focus is. */
  async check(after: string): Promise<void> {
    const { at, wrong } = await this.desk.frame().evaluate(async (marked) => {
      const still = async () => {
        await new Promise(requestAnimationFrame);
        await Promise.all(document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).map((one) => one.finished.catch(() => undefined)));
      };
      await still();
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return { at: element?.nodeName ?? "nothing", wrong: ["the focus is lost"] };
      const at = `${element.localName} ${(element.getAttribute("aria-label") ?? element.textContent ?? "").slice(0, 40)}`;
      const wrong: string[] = [];
      // Switches and radio buttons lie unseen over what is drawn; what is drawn is as large.
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      if (width < 1 || height < 1) wrong.push("has no size");
      if (left < -1 || right > window.innerWidth + 1) wrong.push("sticks out sideways");
      // What is higher than the room under the tabs can't all be seen at once.
      const fits = height <= window.innerHeight - (parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0);
      if (fits ? top < -1 || bottom > window.innerHeight + 1 : bottom < 24 || top > window.innerHeight - 24) wrong.push(`is outside the window: ${top}–${bottom} of ${window.innerHeight}`);
      if (fits) {
        for (const y of [top + 2, bottom - 2]) {
          const over = document.elementFromPoint((left + right) / 2, y);
          const same = over && (element.contains(over) || over.contains(element) || over.closest("label")?.contains(element) || element.parentElement?.contains(over));
          if (over && !same) wrong.push(`is covered by ${over.localName} ${(over.textContent ?? "").slice(0, 40)}`);
        }
      }
      if (marked.includes(at)) return { at, wrong };
      // The mark is a line of its own, or what Fluent draws around it or beside it.
      const around = [element, ...(element.parentElement ? [element.parentElement, ...element.parentElement.children] : [])];
      const line = (kind: string, width: string, colour: string) => (kind === "none" || width === "0px" ? "" : `${kind} ${width} ${colour}`);
      const drawn = (style: CSSStyleDeclaration) => [line(style.outlineStyle, style.outlineWidth, style.outlineColor), line(style.borderBottomStyle, style.borderBottomWidth, style.borderBottomColor), style.boxShadow, style.transform, style.textDecoration];
      const look = () => JSON.stringify(around.flatMap((one) => [null, "::before", "::after"].map((part) => drawn(getComputedStyle(one, part)))));
      const focused = look();
      element.blur();
      await still();
      const unfocused = look();
      element.focus({ preventScroll: true });
      if (focused === unfocused) wrong.push("has no mark that it has the focus");
      return { at, wrong };
    }, [...this.marked]);
    this.path.push(at);
    this.marked.add(at);
    this.faults.push(...wrong.map((what) => `${at}, after ${after}: ${what}`));
  }
}
