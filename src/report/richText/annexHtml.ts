import { captionedParts } from "../paper/captionedParts";
import { plainText } from "../paper/plainText";
import type { PaperUnit } from "../paper/roundedPlan";
import type { Annex, AnnexBlock } from "../paper/types";
import type { ReportRow, ReportTable } from "../types";
import { sectionsOf, type AnnexPart } from "./annexPart";
import { shownCell, shownHeader } from "./shownCell";

/** So many columns of amounts fit an upright page beside two columns of names. */
const amountsPerPage: Record<PaperUnit, number> = { kr: 5, tkr: 6, mkr: 6 };

/** Inline, as Word and Outlook drop everything else; widths and colours that the Word file has. */
const styles = {
  all: "font-family:Arial,sans-serif;font-size:10.5pt",
  title: "font-size:20pt;color:#17505C",
  heading: "font-size:14pt;color:#17505C",
  note: "font-size:9pt;color:#595959",
  table: "border-collapse:collapse;font-size:8.5pt;border-top:1.5pt solid #17505C;border-bottom:1.5pt solid #17505C",
  caption: "text-align:left;font-weight:bold;font-size:9.5pt;padding:3pt 0",
  header: "background:#E6EEEF;vertical-align:bottom;padding:2pt 4pt",
  cell: "vertical-align:top;padding:2pt 4pt;border-top:0.5pt solid #BFBFBF",
  total: "border-top:1.5pt solid #17505C",
} as const;

/** Excel takes a pasted "=…" for a formula; this says that it is a text. */
const textCell = ";mso-number-format:'\\@'";

/**
 * An annex as HTML for the clipboard, which Word and Outlook paste with headings, numbered points and tables. Every
 * text is escaped; nothing in it is fetched from anywhere. Tables are cut so that they fit an upright page.
 * @param part copies only a section, or only the tables
 */
export function annexHtml(annex: Annex, part?: AnnexPart): string {
  const { language, title, lines, unitNote, fingerprint } = annex;
  const head = [
    element("h1", { style: styles.title }, text(title)),
    ...lines.map(({ label, text: said }) => labelled(label, said)),
    element("p", { style: styles.note }, text(unitNote)),
  ];
  const sections = sectionsOf(annex, part).flatMap(({ title: heading, blocks }) => [element("h2", { style: styles.heading }, text(heading)), ...blocks.flatMap((block) => blockHtml(block, annex))]);
  const foot = element("p", { style: styles.note }, text(fingerprint));
  return element("div", { lang: language, style: styles.all }, (part === undefined ? [...head, ...sections, foot] : sections).join("\n"));
}

function blockHtml(block: AnnexBlock, annex: Annex): string[] {
  switch (block.kind) {
    case "paragraph":
      return [element("p", {}, text(block.text))];
    case "note":
      return [element("p", { style: styles.note }, text(block.text))];
    case "numbered":
      return [element("ol", {}, block.items.map((item) => element("li", {}, text(item))).join(""))];
    case "entries":
      return block.entries.map(({ label, text: said }) => labelled(label, said));
    case "table":
      return [
        ...block.table.notes.map((note) => element("p", {}, text(note))),
        ...captionedParts(block.table, annex, amountsPerPage[annex.unit]).map(({ caption, table }) => tableHtml(caption, table, annex)),
      ];
    case "chart":
      return [];
  }
}

function labelled(label: string, said: string): string {
  return element("p", {}, `${element("b", {}, `${text(label)}:`)} ${text(said)}`);
}

function tableHtml(caption: string, table: ReportTable, annex: Annex): string {
  const { columns, rows } = table;
  const side = (index: number) => `text-align:${columns[index]?.kind === "amount" ? "right" : "left"}`;
  const headers = columns.map((column, index) => element("th", { scope: "col", style: `${styles.header};${side(index)}` }, escaped(shownHeader(column))));
  const body = rows.map((row) => {
    const look = `${styles.cell};${weight(row)}${row.role === "total" ? `;${styles.total}` : ""}`;
    return element(
      "tr",
      {},
      columns
        .map((column, index) => {
          const shown = escaped(shownCell(row.cells[index] ?? "", column, annex));
          const style = `${look};${side(index)}${column.kind === "amount" ? ";white-space:nowrap" : textCell}`;
          return index === 0 ? element("th", { scope: "row", style }, shown) : element("td", { style }, shown);
        })
        .join(""),
    );
  });
  return element(
    "table",
    { style: styles.table },
    [element("caption", { style: styles.caption }, text(caption)), element("thead", {}, element("tr", {}, headers.join(""))), element("tbody", {}, body.join("\n"))].join("\n"),
  );
}

const weight = ({ role }: ReportRow) => `font-weight:${role === "sum" || role === "total" || role === "change" ? "bold" : "normal"}`;

function element(name: string, attributes: Record<string, string>, content: string): string {
  const written = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`);
  return `<${name}${written.join("")}>${content}</${name}>`;
}

function text(content: string): string {
  return escaped(plainText(content));
}

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(content: string): string {
  return content.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}
