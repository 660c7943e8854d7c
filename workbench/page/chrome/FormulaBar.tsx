import { useState } from "react";
import { columnName, tryParseAddress } from "../../host/address";
import type { OpenWorkbook } from "../openWorkbook";
import { typedText } from "../typedValue";
import type { PageTexts } from "../texts";

/** The name box (where one can go to an address), and the content of the cell that is selected with what its function says of an error. */
export function FormulaBar({ workbook, texts, onRefused }: { workbook: OpenWorkbook; texts: PageTexts; onRefused: (code: string) => void }) {
  const { row, column } = workbook.selection;
  const cell = workbook.sheet.cells.get(row)?.get(column);
  const name = `${columnName(column)}${row + 1}`;
  const content = typedText(cell?.value, cell?.formula);
  const sentence = workbook.sentence(workbook.sheet, workbook.selection);
  const enter = (text: string) => {
    const refused = workbook.type([{ row, column, text }]);
    if (refused !== undefined) onRefused(refused);
  };
  const goTo = (address: string) => {
    const parsed = tryParseAddress(address);
    const sheet = parsed?.sheet === undefined ? workbook.sheet : workbook.sheets.find((one) => one.name === parsed.sheet);
    if (parsed && sheet) workbook.select(parsed.area, sheet);
  };
  return (
    <div className="formula-bar">
      <BarField key={`name ${workbook.host.selection}`} className="name-box" label={texts.nameBox} text={name} onEnter={goTo} />
      <span className="formula-sign" aria-hidden="true">fx</span>
      <BarField key={`content ${workbook.sheet.id} ${name} ${content}`} className="formula-field" label={texts.formulaBar} cell={name} text={content} onEnter={enter} onEditing={(on) => workbook.edit(on)} />
      <span className="formula-error" role="status" title={sentence}>{sentence}</span>
    </div>
  );
}

interface BarFieldProps {
  className: string;
  label: string;
  /** The cell whose content it is. */
  cell?: string;
  text: string;
  onEnter(text: string): void;
  onEditing?(on: boolean): void;
}

/** A field that is entered with Enter and left as it was with Escape. */
function BarField({ className, label, cell, text, onEnter, onEditing }: BarFieldProps) {
  const [typed, setTyped] = useState(text);
  const leave = (field: HTMLInputElement) => {
    setTyped(text);
    onEditing?.(false);
    field.blur();
  };
  return (
    <input
      className={className}
      aria-label={label}
      data-cell={cell}
      value={typed}
      spellCheck={false}
      onChange={({ target }) => {
        setTyped(target.value);
        onEditing?.(true);
      }}
      onKeyDown={({ key, currentTarget }) => {
        if (key === "Escape") leave(currentTarget);
        if (key !== "Enter") return;
        const { value } = currentTarget; // As it stands in the field: what was typed last may not have been drawn yet.
        leave(currentTarget);
        onEnter(value);
      }}
      onBlur={({ currentTarget }) => leave(currentTarget)}
    />
  );
}
