import type { Area, Sheet } from "../model";
import { areaAddress, cellAddress, parseArea } from "./address";
import type { Colors } from "./formats";
import { child, childrenOf, flag, raw, rewritten, xmlElement, type XmlElement } from "./xml";

type View = Pick<Sheet, "showGridlines" | "frozenRows" | "frozenColumns">;

/** Gridlines and frozen panes of a `<sheetViews>`, and what is selected. */
export function readView(sheetViews: XmlElement | undefined): View & { selection: Area | undefined } {
  const view = child(sheetViews, "sheetView");
  const pane = child(view, "pane");
  const frozen = pane?.attributes["state"]?.startsWith("frozen") ?? false;
  const selections = childrenOf(view, "selection");
  const active = selections.find((selection) => (selection.attributes["pane"] ?? "topLeft") === (pane?.attributes["activePane"] ?? "topLeft")) ?? selections[0];
  return {
    showGridlines: flag(view?.attributes["showGridLines"], true),
    frozenRows: frozen ? Number(pane?.attributes["ySplit"] ?? 0) : 0,
    frozenColumns: frozen ? Number(pane?.attributes["xSplit"] ?? 0) : 0,
    selection: parseArea(active?.attributes["sqref"]?.split(" ")[0] ?? ""),
  };
}

/**
 * The `<sheetViews>` for the sheet; undefined when it stays. `active` says whether its tab is the chosen one
 * (undefined: as it was), `selection` what is selected (undefined: as it was).
 */
export function viewXml(xml: string, sheetViews: XmlElement | undefined, sheet: View, active: boolean | undefined, selection: Area | undefined): string | undefined {
  const view = child(sheetViews, "sheetView");
  const before = readView(sheetViews);
  const sameSelection = !selection || areaAddress(selection) === areaAddress(before.selection ?? { row: 0, column: 0, rows: 1, columns: 1 });
  const samePanes = before.frozenRows === sheet.frozenRows && before.frozenColumns === sheet.frozenColumns;
  const chosen = flag(view?.attributes["tabSelected"]);
  if (samePanes && sameSelection && before.showGridlines === sheet.showGridlines && chosen === (active ?? chosen)) return undefined;
  const attributes = { showGridLines: sheet.showGridlines ? undefined : false, tabSelected: (active ?? chosen) ? true : undefined, workbookViewId: view?.attributes["workbookViewId"] ?? 0 };
  const inner = samePanes && sameSelection && view ? xml.slice(view.contentStart, view.contentEnd) : panes(sheet, selection ?? before.selection);
  if (!view || !sheetViews) return xmlElement("sheetViews", {}, xmlElement("sheetView", attributes, inner));
  const views = sheetViews.children.map((element) => (element === view ? rewritten(xml, element, attributes, inner) : raw(xml, element)));
  return rewritten(xml, sheetViews, {}, views.join(""));
}

function panes({ frozenRows, frozenColumns }: View, selection: Area | undefined): string {
  const activePane = frozenRows && frozenColumns ? "bottomRight" : frozenRows ? "bottomLeft" : frozenColumns ? "topRight" : undefined;
  const chosen = selection ? xmlElement("selection", { pane: activePane, activeCell: cellAddress(selection.row, selection.column), sqref: areaAddress(selection) }) : "";
  if (!activePane) return chosen;
  const pane = xmlElement("pane", {
    xSplit: frozenColumns || undefined, ySplit: frozenRows || undefined, topLeftCell: cellAddress(frozenRows, frozenColumns), activePane, state: "frozen",
  });
  return pane + chosen;
}

/** The tab's colour in a `<sheetPr>`. */
export function readTabColor(sheetPr: XmlElement | undefined, colors: Colors): string | undefined {
  return colors.of(child(sheetPr, "tabColor"));
}

/** The `<sheetPr>` with the tab's colour and whether pages are fitted; undefined when nothing changes. */
export function propertiesXml(xml: string, sheetPr: XmlElement | undefined, tabColor: string | undefined, fitToPage: boolean, colors: Colors): string | undefined {
  const setup = child(sheetPr, "pageSetUpPr");
  const sameColor = readTabColor(sheetPr, colors) === tabColor?.toUpperCase();
  if (sameColor && flag(setup?.attributes["fitToPage"]) === fitToPage) return undefined;
  const old = child(sheetPr, "tabColor");
  const parts = [
    sameColor ? (old ? raw(xml, old) : "") : tabColor === undefined ? "" : xmlElement("tabColor", { rgb: `FF${tabColor.slice(1).toUpperCase()}` }),
    ...(sheetPr?.children ?? []).filter((element) => element !== old && element !== setup).map((element) => raw(xml, element)),
    xmlElement("pageSetUpPr", { ...setup?.attributes, fitToPage: fitToPage ? true : undefined }),
  ];
  return xmlElement("sheetPr", sheetPr?.attributes, parts.join("").replace("<pageSetUpPr/>", ""));
}
