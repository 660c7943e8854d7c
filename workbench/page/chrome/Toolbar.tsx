import { useRef, useSyncExternalStore } from "react";
import { WIDTHS, type ExcelLook } from "../excelLook";
import type { OpenWorkbook } from "../openWorkbook";
import type { PageTexts } from "../texts";
import { TroubleMenu } from "./TroubleMenu";

interface ToolbarProps {
  texts: PageTexts;
  examples: string[];
  workbook: OpenWorkbook;
  look: ExcelLook;
  onLook(look: ExcelLook): void;
  /** "" is an empty workbook. */
  onExample(name: string): void;
  onFile(file: File): void;
  onSave(): void;
}

/** The bar over everything: which workbook, how Excel looks, and what goes wrong. */
export function Toolbar({ texts, examples, workbook, look, onLook, onExample, onFile, onSave }: ToolbarProps) {
  const file = useRef<HTMLInputElement>(null);
  useSyncExternalStore(workbook.subscribe, () => workbook.version);
  return (
    <header className="toolbar">
      <img src="assets/icon-32.png" alt="" width={20} height={20} />
      <strong className="file-name">{workbook.name}</strong>
      <label>
        {texts.examples}
        <select value={examples.includes(workbook.name) ? workbook.name : ""} onChange={({ target }) => onExample(target.value)}>
          {examples.map((name) => (
            <option key={name}>{name}</option>
          ))}
          <option value="">{texts.empty}</option>
        </select>
      </label>
      <button type="button" onClick={() => file.current?.click()}>{texts.open}</button>
      <input
        ref={file}
        type="file"
        accept=".xlsx,.xlsm"
        hidden
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) onFile(chosen);
          target.value = "";
        }}
      />
      <button type="button" onClick={onSave}>{texts.save}</button>
      <span className="stretch" />
      <label>
        {texts.language}
        <select value={look.displayLanguage} onChange={({ target }) => onLook({ ...look, displayLanguage: target.value as ExcelLook["displayLanguage"] })}>
          <option value="sv-SE">Svenska</option>
          <option value="en-US">English</option>
        </select>
      </label>
      <label>
        {texts.theme}
        <select value={look.theme} onChange={({ target }) => onLook({ ...look, theme: target.value as ExcelLook["theme"] })}>
          <option value="light">{texts.light}</option>
          <option value="dark">{texts.dark}</option>
          <option value="contrast">{texts.contrast}</option>
        </select>
      </label>
      <label>
        {texts.width}
        <select value={look.width} onChange={({ target }) => onLook({ ...look, width: Number(target.value) })}>
          {WIDTHS.map((width) => (
            <option key={width} value={width}>{`${width} px`}</option>
          ))}
        </select>
      </label>
      <TroubleMenu texts={texts} workbook={workbook} />
    </header>
  );
}
