import { AlignmentType, Document, Footer, HeadingLevel, LevelFormat, Packer, PageNumber, Paragraph, Table, TableOfContents, TabStopType, TextRun, type ParagraphChild } from "docx";
import { ChartRun } from "docx/charts";
import { annexTranslator } from "../paper/annexTexts";
import { captionedParts } from "../paper/captionedParts";
import { plainText } from "../paper/plainText";
import type { Annex, AnnexBlock, AnnexChart } from "../paper/types";
import type { ReportTable } from "../types";
import { contentWidth, page, wordStyles } from "./wordStyles";
import { wordColumns } from "./wordColumns";
import { wordTable } from "./wordTable";

const numbering = "beslut";
const labelWidth = 3_000;

/**
 * The annex as a Word file (.docx): headings, contents, tables with repeated header rows, charts that Word draws, and
 * the language that it is read aloud in. Everything is made here; nothing leaves the computer.
 */
export async function wordAnnex(annex: Annex): Promise<Blob> {
  return Packer.toBlob(wordDocument(annex));
}

/** The same as bytes, for where there are no blobs. */
export async function wordAnnexBytes(annex: Annex): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toArrayBuffer(wordDocument(annex)));
}

function wordDocument(annex: Annex): Document {
  const translate = annexTranslator(annex.language);
  const author = plainText(annex.author) || translate("annex:madeWith");
  return new Document({
    title: plainText(annex.title),
    creator: author,
    lastModifiedBy: author,
    styles: wordStyles(annex.language),
    numbering: {
      config: [{ reference: numbering, levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.START, style: { paragraph: { indent: { left: 500, hanging: 500 } } } }] }],
    },
    sections: [
      {
        properties: { page: { size: { width: page.width, height: page.height }, margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin } } },
        footers: { default: footer(annex) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [run(annex.title)] }),
          ...annex.lines.map(({ label, text }) => labelled(label, text)),
          new Paragraph({ style: "Not", spacing: { before: 200 }, children: [run(annex.unitNote)] }),
          new Paragraph({ style: "Tabellrubrik", children: [run(translate("annex:contents"))] }),
          // Clean, so that Word shows it as it is and does not ask whether to update it.
          new TableOfContents(translate("annex:contents"), { hyperlink: true, headingStyleRange: "1-1", beginDirty: false, tabLeader: "none" }),
          ...annex.sections.flatMap(({ title, blocks }) => [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(title)] }), ...blocks.flatMap((block, at) => blockParts(block, annex, at < blocks.length - 1))]),
        ],
      },
    ],
  });
}

function run(text: string, bold = false): TextRun {
  return new TextRun({ text: plainText(text), ...(bold && { bold }) }); // Not bold would override a heading's.
}

/** "Handläggare    Anna Andersson", in two columns. */
function labelled(label: string, text: string): Paragraph {
  return new Paragraph({
    tabStops: [{ type: TabStopType.LEFT, position: labelWidth }],
    indent: { left: labelWidth, hanging: labelWidth },
    spacing: { after: 40 },
    children: [run(label, true), new TextRun({ text: "\t" }), run(text)],
  });
}

function footer({ language, fingerprint }: Annex): Footer {
  const translate = annexTranslator(language);
  const numbers: ParagraphChild[] = [new TextRun({ size: 15, children: ["\t", translate("annex:page"), " ", PageNumber.CURRENT, " ", translate("annex:of"), " ", PageNumber.TOTAL_PAGES] })];
  return new Footer({
    children: [new Paragraph({ tabStops: [{ type: TabStopType.RIGHT, position: contentWidth }], children: [new TextRun({ text: plainText(fingerprint), size: 13 }), ...numbers] })],
  });
}

/** @param leads a sentence leads up to something: it does not stay behind on the page before */
function blockParts(block: AnnexBlock, annex: Annex, leads: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case "paragraph":
      return [new Paragraph({ keepNext: leads, children: [run(block.text)] })];
    case "note":
      return [new Paragraph({ style: "Not", children: [run(block.text)] })];
    case "numbered":
      return block.items.map((item) => new Paragraph({ numbering: { reference: numbering, level: 0 }, keepLines: true, children: [run(item)] }));
    case "entries":
      // None is left alone on a page.
      return block.entries.map(({ label, text }, at, { length }) => new Paragraph({ keepLines: true, keepNext: at < length - 1 && (at === 0 || at === length - 2), children: [run(`${label}: `, true), run(text)] }));
    case "table":
      return tableParts(block.table, annex);
    case "chart":
      return chartParts(block.chart, annex);
  }
}

function tableParts(table: ReportTable, annex: Annex): (Paragraph | Table)[] {
  const widths = wordColumns(table, annex);
  return [
    ...table.notes.map((note) => new Paragraph({ keepNext: true, children: [run(note)] })),
    ...captionedParts(table, annex, widths.amountsPerPage).flatMap(({ caption, table: part }) => [
      new Paragraph({ style: "Tabellrubrik", children: [run(caption)] }),
      wordTable(part, widths, annex),
      new Paragraph({ style: "Tabell", children: [] }),
    ]),
  ];
}

/** In pixels: bars of one colour need no legend, and long names take a line of it each. */
function chartHeight(series: number): number {
  if (series === 1) return 190;
  return series > 4 ? 400 : 240;
}

/** A chart that Word draws from its figures: its text is text, and it grows without blurring. */
function chartParts({ caption, alternative, scale, years, series }: AnnexChart, annex: Annex): Paragraph[] {
  const translate = annexTranslator(annex.language);
  const power = { kr: 1, tkr: 1e3, mkr: 1e6 }[annex.unit];
  const drawn = series.map(({ name, color, amounts }) => ({ name: plainText(name), color: color.slice(1), values: amounts.map((amount) => Number(amount) / power) }));
  const belowZero = drawn.some(({ values }) => values.some((value) => value < 0));
  const chart = new ChartRun({
    type: "column",
    stacking: "stacked",
    gapWidth: 40,
    transformation: { width: 640, height: chartHeight(series.length) },
    altText: { name: plainText(caption), description: plainText(alternative) },
    legend: series.length > 1 ? { position: "bottom" } : false,
    categories: years.map(String),
    categoryAxis: {},
    // Bars are compared by their length, so they begin at 0. Tenths of a million are labelled as they are.
    valueAxis: { numberFormat: annex.unit === "mkr" ? "General" : "#,##0", ...(!belowZero && { minimum: 0 }) },
    series: drawn,
  });
  return [
    new Paragraph({ style: "Tabellrubrik", children: [run(translate("annex:caption", { title: caption, unit: annex.unit }))] }),
    new Paragraph({ keepNext: true, children: [chart] }),
    new Paragraph({ style: "Not", children: [run(scale)] }),
  ];
}
