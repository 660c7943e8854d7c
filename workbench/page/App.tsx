import { useState, useSyncExternalStore } from "react";
import { FormulaBar } from "./chrome/FormulaBar";
import { Ribbon } from "./chrome/Ribbon";
import { SheetTabs } from "./chrome/SheetTabs";
import { Toolbar } from "./chrome/Toolbar";
import { FIRST_LOOK, type ExcelLook } from "./excelLook";
import { openEmpty, openExample, openFile, saveFile } from "./files";
import type { OpenWorkbook } from "./openWorkbook";
import type { PaneLine } from "./paneLine";
import { SheetArea } from "./sheet/SheetArea";
import { refusalText, textsFor } from "./texts";

/** The page: Excel's sheet with its bars, and the add-in's pane beside it. */
export function App({ examples, first, line }: { examples: string[]; first: OpenWorkbook; line: PaneLine }) {
  const [workbook, setWorkbook] = useState(first);
  const [look, setLook] = useState(FIRST_LOOK);
  const [opened, setOpened] = useState(0);
  const [failure, setFailure] = useState<string>();
  const [refused, setRefused] = useState<string>();
  const texts = textsFor(look.displayLanguage);
  const message = failure ?? (refused === undefined ? undefined : refusalText(texts, refused));
  const clearMessage = () => {
    setFailure(undefined);
    setRefused(undefined);
  };

  const turnTo = (next: OpenWorkbook, nextLook: ExcelLook) => {
    line.turnTo(next, nextLook);
    setWorkbook(next);
    setLook(nextLook);
    clearMessage();
    // Another theme is Excel's own matter: the pane stays open, and asks for it.
    if (next !== workbook || nextLook.displayLanguage !== look.displayLanguage) setOpened(opened + 1);
  };
  const open = (opening: Promise<OpenWorkbook>) => {
    opening.then(
      (next) => turnTo(next, look),
      (error: unknown) => setFailure(`${texts.notOpened}: ${error instanceof Error ? error.message : String(error)}`),
    );
  };

  return (
    <div className={`workbench theme-${look.theme}`}>
      <Toolbar
        texts={texts}
        examples={examples}
        workbook={workbook}
        look={look}
        onLook={(next) => turnTo(workbook, next)}
        onExample={(name) => open(name === "" ? Promise.resolve(openEmpty()) : openExample(name))}
        onFile={(file) => open(openFile(file))}
        onSave={() => void saveFile(workbook)}
      />
      <Ribbon line={line} displayLanguage={look.displayLanguage} />
      {message !== undefined && (
        <div className="message" role="alert">
          <span>{message}</span>
          <button type="button" onClick={clearMessage}>{texts.close}</button>
        </div>
      )}
      <div className="desk">
        <Book key={opened} workbook={workbook} texts={texts} onRefused={setRefused} />
        <aside className="pane" style={{ width: look.width }}>
          <div className="pane-title">{texts.closePane}</div>
          <iframe key={opened} title={texts.pane} src="taskpane.html" />
        </aside>
      </div>
    </div>
  );
}

function Book({ workbook, texts, onRefused }: { workbook: OpenWorkbook; texts: ReturnType<typeof textsFor>; onRefused: (code: string) => void }) {
  // What is drawn follows the workbook: its content, and what is selected.
  useSyncExternalStore(workbook.subscribe, () => `${workbook.version} ${workbook.host.selection}`);
  return (
    <main className="book">
      <FormulaBar workbook={workbook} texts={texts} onRefused={onRefused} />
      <SheetArea workbook={workbook} onRefused={onRefused} />
      <SheetTabs workbook={workbook} texts={texts} />
    </main>
  );
}
