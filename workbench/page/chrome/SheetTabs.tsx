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
  if (selection.rows * selection.columns === 1 || selection.rows * selection.columns > MOST_CELLS) return null;
  const values = workbook.values(sheet, selection).flat().filter((value) => value !== "");
  const numbers = values.filter((value) => typeof value === "number");
  if (values.length < 2) return null;
  const format = sheet.cells.get(selection.row)?.get(selection.column)?.numberFormat;
  const sum = displayText(numbers.reduce((total, value) => total + value, 0), format);
  return (
    <span className="totals">
      {`${texts.count}: ${values.length}`}
      {numbers.length > 0 && ` · ${texts.sum}: ${sum}`}
    </span>
  );
}
