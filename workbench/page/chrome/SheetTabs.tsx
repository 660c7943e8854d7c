import { displayText } from "../../host/numberFormat";
import type { OpenWorkbook } from "../openWorkbook";
import type { PageTexts } from "../texts";

/** More cells than this are not added up while the user selects. */
const MOST_CELLS = 100_000;

/** The sheets' tabs, and to the right what is selected comes to. */
export function SheetTabs({ workbook, texts }: { workbook: OpenWorkbook; texts: PageTexts }) {
  return (
    <footer className="sheet-bar">
      <div className="tabs" role="tablist" aria-label={texts.sheets}>
        {workbook.sheets.map((sheet) => (
          <button
            key={sheet.id}
            type="button"
            role="tab"
            className="tab"
            aria-selected={sheet === workbook.sheet}
            style={sheet.tabColor ? { boxShadow: `inset 0 -3px ${sheet.tabColor}` } : undefined}
            onClick={() => workbook.activate(sheet)}
          >
            {sheet.name}
          </button>
        ))}
      </div>
      <span className="stretch" />
      <Totals workbook={workbook} texts={texts} />
    </footer>
  );
}

function Totals({ workbook, texts }: { workbook: OpenWorkbook; texts: PageTexts }) {
  const { selection, sheet } = workbook;
  const size = selection.rows * selection.columns;
  if (size === 1 || size > MOST_CELLS) return null;
  const values = workbook.values(sheet, selection).flat();
  const filled = values.filter((value) => value !== "").length;
  const firstNumber = values.findIndex((value) => typeof value === "number");
  if (filled < 2) return null;
  const row = selection.row + Math.floor(firstNumber / selection.columns);
  const column = selection.column + (firstNumber % selection.columns);
  const sum = values.reduce<number>((total, value) => total + (typeof value === "number" ? value : 0), 0);
  return (
    <span className="totals">
      {`${texts.count}: ${filled}`}
      {firstNumber >= 0 && ` · ${texts.sum}: ${displayText(sum, sheet.cells.get(row)?.get(column)?.numberFormat)}`}
    </span>
  );
}
