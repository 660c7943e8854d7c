import { connectClient, type Host, type Session } from "../host/browser";
import type { CallFunction } from "../host/customFunctions";
import { THEMES, type ExcelLook } from "./excelLook";
import { startOffice, type Associations } from "./officeStart";
import type { OpenWorkbook } from "./openWorkbook";
import { ribbonButtons, type RibbonButton } from "./manifest";

/** What the page offers to the pane's window, to the console and to tests: `window.workbench`. */
export interface Workbench {
  /** Puts the host behind the client that the window has loaded. Called by the pane's page (see server/panePage.ts). */
  connect(paneWindow: Window): void;
  /** The host of the workbook that is open. */
  readonly host: Host;
}

declare global {
  interface Window {
    workbench: Workbench;
  }
}

/** A task of its own in a window. */
const taskIn = (window: Window) => new Promise<void>((begin) => window.setTimeout(begin, 0));

/**
 * Excel is another process than the pane: a batch comes to it, and its answer to the pane, as a task of its own. So the
 * browser tells what holds the pane from what holds Excel.
 */
function apart(host: Host, paneWindow: Window): Host {
  const connect: Host["connect"] = (deliver) => {
    const session = host.connect(deliver);
    return {
      ...session,
      async execute(json, flags) {
        await taskIn(window);
        try {
          return await session.execute(json, flags);
        } finally {
          await taskIn(paneWindow);
        }
      },
    };
  };
  return Object.create(host, { connect: { value: connect } }) as Host;
}

/** Keeps the one line between the pane and the workbook that is open. */
export class PaneLine implements Workbench {
  private session: Session | undefined;
  private associations: Associations | undefined;

  constructor(
    private readonly manifest: string,
    private workbook: OpenWorkbook,
    private look: ExcelLook,
  ) {}

  get host(): Host {
    return this.workbook.host;
  }

  /** The pane that is opened next talks to this workbook, in an Excel that looks so; one that is open gets its theme. */
  turnTo(workbook: OpenWorkbook, look: ExcelLook): void {
    this.workbook = workbook;
    this.look = look;
  }

  connect(paneWindow: Window): void {
    this.session?.close();
    const { displayLanguage } = this.look;
    const theme = () => THEMES[this.look.theme] as Partial<Office.OfficeTheme>;
    this.session = connectClient(paneWindow, apart(this.workbook.line, paneWindow), { manifest: this.manifest, displayLanguage, theme });
    const { workbook } = this;
    let waiting = false;
    // The functions come one by one: the formulas are computed when the last of them is there.
    const computeSoon = () => {
      if (!waiting) setTimeout(() => workbook.recalculate(), 0);
      waiting = true;
    };
    this.associations = startOffice(paneWindow, computeSoon);
  }

  /** The add-in's function in cells, when its pane has registered it. */
  readonly cellFunction: CallFunction = (id) => this.associations?.functions.get(id);

  /** The add-in's buttons on the ribbon. */
  ribbon(displayLanguage: string): RibbonButton[] {
    return ribbonButtons(this.manifest, displayLanguage);
  }

  /** Does what a ribbon button does; resolves when the add-in says that it is done. */
  press({ command }: RibbonButton): Promise<void> {
    const call = command === undefined ? undefined : this.associations?.commands.get(command);
    return call ? new Promise((done) => call({ completed: done })) : Promise.resolve();
  }
}
