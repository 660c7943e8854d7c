import type { Sheet, Workbook } from "../model";
import { Colors } from "./formats";
import { XlsxError } from "./failure";
import { namesXml, readNames } from "./names";
import { sectionElement, Sections, type Package } from "./package";
import type { SheetContext } from "./sheet";
import { spillMark } from "./spills";
import { SharedStrings } from "./strings";
import { Styles } from "./styles";
import { child, flag, prefixed, raw, rewritten, xmlElement, type XmlElement } from "./xml";

/** The children of a workbook in schema order (ECMA-376 18.2.27). */
const order = (
  "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize " +
  "customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst"
).split(" ");

const stringsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml";
const noStrings = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></sst>';
const noStyles =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellXfs></styleSheet>';

/** Excel calculates a file anew when its engine is younger than the file's: this is the number of the present one. */
const keptValues = { calcId: 191029, fullCalcOnLoad: undefined };

/** A sheet as the workbook's part lists it. */
export interface SheetEntry {
  element: XmlElement;
  name: string;
  visibility: Sheet["visibility"];
  /** Undefined for a sheet that is a chart or a macro: kept in the file, not in the model. */
  path: string | undefined;
}

/** The workbook's own part, with what its sheets share. */
export class Book {
  readonly path: string;
  readonly sections: Sections;
  readonly entries: SheetEntry[];
  readonly context: SheetContext;
  private readonly sheetsXml: string;
  private readonly stringsPath: string;
  private readonly stylesPath: string;

  constructor(readonly file: Package) {
    const path = file.target("", { kind: "officeDocument" });
    const xml = path === undefined ? undefined : file.text(path);
    if (path?.endsWith(".bin")) throw new XlsxError("oldFormat", "Arbetsboken är sparad i binärt format (.xlsb). Spara den som .xlsx i Excel och försök igen.");
    if (path === undefined || xml === undefined) throw new XlsxError("notZip", "Filen är ingen Excel-arbetsbok (.xlsx). Spara den som .xlsx i Excel och försök igen.");
    this.path = path;
    this.sections = new Sections(xml, order);
    this.sheetsXml = this.sections.get("sheets");
    this.entries = (sectionElement(this.sheetsXml)?.children ?? []).map((element) => this.entry(element));
    if (this.entries.length === 0) throw new XlsxError("damaged", "Arbetsboken har inga blad. Öppna den i Excel, spara den på nytt och försök igen.");
    const target = (kind: string, otherwise: string) => file.target(path, { kind }) ?? otherwise;
    this.stylesPath = target("styles", "xl/styles.xml");
    this.stringsPath = target("sharedStrings", "xl/sharedStrings.xml");
    const colors = new Colors(file.text(target("theme", "xl/theme/theme1.xml")));
    this.context = {
      file,
      spillMark: () => spillMark(file, path),
      colors,
      styles: new Styles(file.text(this.stylesPath) ?? noStyles, colors),
      strings: new SharedStrings(file.text(this.stringsPath) ?? noStrings),
      date1904: flag(sectionElement(this.sections.get("workbookPr"))?.attributes["date1904"]),
    };
  }

  private entry(element: XmlElement): SheetEntry {
    const { name = "", state } = element.attributes;
    const link = this.file.relationships(this.path).find(({ id }) => id === prefixed(element, "id"));
    return { element, name, visibility: state === "hidden" ? "Hidden" : state === "veryHidden" ? "VeryHidden" : "Visible", path: link?.kind === "worksheet" ? link.target : undefined };
  }

  /** The names, by the place of their sheet among all entries. */
  names() {
    return readNames(this.sections.get("definedNames"));
  }

  /** The place of the active sheet among all entries. */
  get activeTab(): number {
    return Number(child(sectionElement(this.sections.get("bookViews")), "workbookView")?.attributes["activeTab"] ?? 0);
  }

  get structureProtected(): boolean {
    return flag(sectionElement(this.sections.get("workbookProtection"))?.attributes["lockStructure"]);
  }

  /** Makes a part for a new sheet and returns its path. */
  newSheetPart(xml: string): string {
    const path = this.file.newPath("xl/worksheets/sheet", ".xml");
    this.file.write(path, xml, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
    return path;
  }

  /**
   * Writes the list of sheets, the names, the active sheet and the protection. `paths` says in which part each
   * sheet is. Sheets that are no worksheets stay where they are in the list.
   */
  write(workbook: Workbook, paths: Map<Sheet, string>): void {
    const before = this.entries.map(({ path }) => workbook.sheets.find((sheet) => path !== undefined && paths.get(sheet) === path));
    const list: (Sheet | SheetEntry)[] = [...workbook.sheets];
    this.entries.forEach((entry, index) => {
      if (entry.path === undefined) list.splice(Math.min(index, list.length), 0, entry);
    });
    const places = new Map(workbook.sheets.map((sheet) => [sheet, list.indexOf(sheet)]));
    const others = new Map(this.entries.flatMap((entry, index) => (entry.path === undefined ? [[index, list.indexOf(entry)] as const] : [])));
    const renamed = new Set(before.flatMap((sheet, index) => (sheet && sheet.name !== this.entries[index]?.name ? [sheet] : [])));
    this.writeSheetList(list, before, paths);
    this.sections.set("definedNames", namesXml(this.sections.get("definedNames"), before, renamed, places, others, workbook));
    this.writeActive(workbook, before, places);
    if (workbook.structureProtected !== this.structureProtected) {
      const old = sectionElement(this.sections.get("workbookProtection"))?.attributes;
      const attributes = { ...old, lockStructure: workbook.structureProtected ? true : undefined };
      this.sections.set("workbookProtection", workbook.structureProtected || flag(old?.["lockWindows"]) ? xmlElement("workbookProtection", attributes) : "");
    }
  }

  private writeSheetList(list: (Sheet | SheetEntry)[], before: (Sheet | undefined)[], paths: Map<Sheet, string>): void {
    let nextId = Math.max(0, ...this.entries.map(({ element }) => Number(element.attributes["sheetId"] ?? 0))) + 1;
    const items = list.map((item) => {
      if ("element" in item) return raw(this.sheetsXml, item.element);
      const old = this.entries[before.indexOf(item)];
      const state = item.visibility === "Visible" ? undefined : item.visibility === "Hidden" ? "hidden" : "veryHidden";
      if (old) return old.name === item.name && old.visibility === item.visibility ? raw(this.sheetsXml, old.element) : rewritten(this.sheetsXml, old.element, { name: item.name, state });
      return xmlElement("sheet", { name: item.name, sheetId: nextId++, state, "r:id": this.file.link(this.path, "worksheet", paths.get(item) ?? "") });
    });
    const gone = this.entries.filter((entry, index) => entry.path !== undefined && !before[index]);
    for (const { element } of gone) this.file.unlink(this.path, prefixed(element, "id") ?? "");
    const root = sectionElement(this.sheetsXml);
    if (root && items.join("") !== this.entries.map(({ element }) => raw(this.sheetsXml, element)).join("")) this.sections.set("sheets", rewritten(this.sheetsXml, root, {}, items.join("")));
  }

  private writeActive(workbook: Workbook, before: (Sheet | undefined)[], places: Map<Sheet, number>): void {
    const active = workbook.sheets[workbook.activeSheet];
    const place = active && places.get(active);
    if (place === undefined || (before[this.activeTab] === active && place === this.activeTab)) return;
    const xml = this.sections.get("bookViews");
    const views = sectionElement(xml);
    const view = child(views, "workbookView");
    const attributes = { activeTab: place, firstSheet: undefined };
    this.sections.set("bookViews", xmlElement("bookViews", {}, view ? rewritten(xml, view, attributes) : xmlElement("workbookView", attributes)));
  }

  /** Writes what the sheets share, and says whether the file is to be calculated when it is opened. */
  finish(sheetsChanged: boolean, calculated: boolean): void {
    const { styles, strings } = this.context;
    const styleSheet = styles.toString();
    if (styleSheet !== (this.file.text(this.stylesPath) ?? noStyles)) this.file.write(this.stylesPath, styleSheet);
    if (strings.changed) {
      const known = this.file.text(this.stringsPath) !== undefined;
      this.file.write(this.stringsPath, strings.toString(), known ? undefined : stringsType);
      if (!known) this.file.link(this.path, "sharedStrings", this.stringsPath);
    }
    if (sheetsChanged) {
      this.sections.set("calcPr", xmlElement("calcPr", { ...sectionElement(this.sections.get("calcPr"))?.attributes, ...(calculated ? keptValues : { fullCalcOnLoad: true }) }));
      // The order of calculation names cells that may be gone; Excel makes it anew.
      const chain = this.file.relationships(this.path).find(({ kind }) => kind === "calcChain");
      if (chain) this.file.unlink(this.path, chain.id);
    }
    if (this.sections.changed) this.file.write(this.path, this.sections.toString());
  }
}
