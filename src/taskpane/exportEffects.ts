import packageJson from "../../package.json";
import { translator } from "../i18n";
import type { SieProblem } from "../report/files/sieChoices";
import type { Paper } from "../workbook/paper";
import { browserDelivery, type Delivery } from "./export/delivery";
import type { CopiedContent, Made } from "./export/exportJob";
import { pageExporter, type Exporter } from "./export/exporter";
import type { Store } from "./effects";
import { isUnsaved, type ExportKind, type FileKind } from "./exportState";
import type { Activity, Current } from "./state";
import type { FollowUpSource, Workbook } from "./workbook";

/** Papers and files of the plan. */
export interface ExportEffects {
  /** Reads what papers shall be like. */
  openExport(): Promise<void>;
  /** Takes what papers shall be like as the user changes it, and keeps it in the workbook. */
  changePaper(paper: Paper): Promise<void>;
  /** Keeps in the workbook what could not be kept before. */
  savePaper(): Promise<void>;
  /** Makes a file and hands it to the browser. */
  makeFile(kind: FileKind): Promise<void>;
  /** Writes the annex on a sheet. */
  writeAnnex(): Promise<void>;
  /** Puts the annex on the clipboard, as rich text. */
  copyAnnex(): Promise<void>;
  /** Puts the plan as CSV on the clipboard: the way round when the file does not arrive. */
  copyCsv(): Promise<void>;
  /** Stops what is being made. */
  cancelExport(): void;
}

/** Where papers are made, and how they leave the pane. */
export interface ExportWays {
  exporter: Exporter;
  delivery: Delivery;
}

/** On the page itself, by the browser. */
export const pageWays: ExportWays = { exporter: pageExporter, delivery: browserDelivery };

interface Ways extends ExportWays {
  workbook: Workbook;
  store: Store;
  alone(work: () => Promise<void>, name?: string): Promise<void>;
  begin(activity: Activity): void;
  /** Saves what is unsaved and reads the workbook; null when there is nothing to go on with, which the user has been told. */
  prepared(): Promise<Current | null>;
  /** What a follow-up is told from; null when there is no year to follow up, which the user has been told. */
  followUpSource(current: Current): Promise<FollowUpSource | null>;
}

export function exportEffects({ workbook, store: { state, dispatch }, alone, begin, prepared, followUpSource, exporter, delivery }: Ways): ExportEffects {
  let stop = new AbortController();
  const readPaper = async (): Promise<void> => dispatch({ type: "paperRead", kept: await workbook.readPaper(state().language) });
  const savePaper = async (): Promise<boolean> => {
    const { papers, language } = state();
    if (!papers || !isUnsaved(papers)) return true;
    begin({ kind: "savingPaper" });
    const notDone = await workbook.savePaper({ from: papers.kept, to: papers.paper, language });
    if (notDone) dispatch({ type: "failed", ...notDone });
    else {
      const now = await workbook.readPaper(language);
      dispatch({ type: "paperSaved", saved: papers.paper, kept: now });
      dispatch({ type: "ended" });
    }
    return notDone === null;
  };
  const failed = (code: "notCopied" | "notExported", detail: string) =>
    dispatch({ type: "failed", failure: { code: `pane.${code}`, severity: "error", message: translator(state().language)(`pane:failure.${code}`, { detail }) } });

  /** Says what stops a file: the fields have their own sentences, and are named. */
  const refuse = async (problems: SieProblem[]): Promise<void> => {
    const { refusalText } = await import("./export/sieFields");
    dispatch({ type: "failed", failure: { code: "pane.exportChoices", severity: "error", message: refusalText(problems, state().language) } });
    if (problems.some(({ field }) => field !== undefined)) dispatch({ type: "sieRefused" });
  };

  /** From the plan as the workbook has it now; null when there is nothing to go on with, which the user has been told. */
  const make = async (kind: ExportKind): Promise<Made | null> => {
    dispatch({ type: "fileClosed" });
    await savePaper();
    const current = await prepared();
    if (!current) return null;
    if (!state().papers) await readPaper();
    const { papers } = state();
    if (!papers) return null;
    const followUp = kind === "followUp" ? await followUpSource(current) : undefined;
    if (followUp === null) return null;
    begin({ kind: "exporting", what: kind });
    stop = new AbortController();
    const { plan, input, reading: { tables, diagnostics } } = current;
    try {
      const job = { kind, paper: papers.paper, plan, input, reading: { tables, diagnostics }, ...(followUp ? { followUp: withoutPlan(followUp) } : {}), now: new Date(), version: packageJson.version };
      const made = await exporter.make(job, { signal: stop.signal, onProgress: (share) => dispatch({ type: "exportProgressed", share }) });
      if (made === null) dispatch({ type: "announced", announcement: { kind: "exportCancelled" } });
      else if ("problems" in made) await refuse(made.problems);
      return made;
    } catch (error) {
      failed("notExported", error instanceof Error ? error.message : String(error));
      return null;
    }
  };
  const copy = async (content: CopiedContent): Promise<void> => {
    try {
      await delivery.copy(content);
      dispatch({ type: "announced", announcement: { kind: "copied" } });
    } catch {
      failed("notCopied", "");
    }
  };

  return {
    openExport: () => alone(readPaper, "openExport"),
    changePaper(paper) {
      dispatch({ type: "paperChanged", paper });
      return alone(async () => void (await savePaper()));
    },
    savePaper: () => alone(async () => void (await savePaper()), "savePaper"),
    makeFile: (kind) =>
      alone(async () => {
        const made = await make(kind);
        if (!made || !("file" in made)) return;
        const { file } = made;
        try {
          delivery.download(file);
          dispatch({ type: "fileHanded", file: { kind, name: file.name, arrival: "asked" } });
        } catch {
          dispatch({ type: "fileHanded", file: { kind, name: file.name, arrival: "refused" } });
        }
      }, `makeFile ${kind}`),
    writeAnnex: () =>
      alone(async () => {
        const made = await make("sheet");
        if (!made || !("sheet" in made)) return;
        const written = await workbook.writeAnnex(made.sheet, { language: state().language, signal: stop.signal, onProgress: (share) => dispatch({ type: "exportProgressed", share }) });
        if (written === null) dispatch({ type: "announced", announcement: { kind: "exportCancelled" } });
        else if (typeof written !== "string") dispatch({ type: "failed", ...written });
        else dispatch({ type: "annexWritten", sheet: written });
      }, "writeAnnex"),
    copyAnnex: () =>
      alone(async () => {
        const made = await make("copy");
        if (made && "content" in made) await copy(made.content);
      }, "copyAnnex"),
    copyCsv: () =>
      alone(async () => {
        const made = await make("csv");
        if (made && "file" in made) await copy({ text: new TextDecoder().decode(made.file.bytes) });
      }, "copyCsv"),
    cancelExport: () => stop.abort(),
  };
}

/** What a paper needs beside the plan and its input; of what the decided plan was made from, the names are enough. */
function withoutPlan({ input: _, plan: __, decided, ...rest }: FollowUpSource): Omit<FollowUpSource, "input" | "plan"> {
  return { ...rest, decided: decided && { ...decided, input: decided.input && { ...decided.input, costs: [], savings: [], outcomes: [], booked: [] } } };
}
