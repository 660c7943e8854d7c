import { documentSheets, type SheetDocument, type SheetKind } from "../../report";
import { markerName, parseMarker, type Marker } from "./marker";
import { hasWorkName } from "./sheetNames";

/** What a sheet is to a document: its own from before, left over from a writing that failed, or somebody else's. */
export type SheetStanding = "own" | "unfinished" | "foreign";

export interface ExistingSheet {
  id: string;
  name: string;
  standing: SheetStanding;
  marker: Marker | undefined;
}

/** The workbook's sheets as they stood at a sync, in order. */
export interface WorkbookSheets {
  sheets: ExistingSheet[];
  activeId: string;
  structureProtected: boolean;
}

/**
 * A sheet is the document's own when it carries our marker for one of its kinds and still has the name we gave it: a
 * renamed or copied one is the user's. Decided plans are no writing's own: nothing replaces them.
 */
export function standingOf(name: string, marker: Marker | undefined, document: SheetDocument): SheetStanding {
  if (hasWorkName(name, "temporary")) return "unfinished";
  const kinds: readonly SheetKind[] = documentSheets[document];
  if (marker === undefined || !kinds.includes(marker.kind) || document === "decided") return "foreign";
  return name === marker.name || hasWorkName(name, "retired") ? "own" : "foreign";
}

/** Queues the reading of all sheets with their markers, as they stand to a document of ours; call the result after the sync. */
export function queueSheets(context: Excel.RequestContext, document: SheetDocument): () => WorkbookSheets {
  const { worksheets, protection } = context.workbook;
  worksheets.load("items/id,items/name,items/names/items/name,items/names/items/formula");
  protection.load("protected");
  const active = worksheets.getActiveWorksheet();
  active.load("id");
  return () => ({
    sheets: worksheets.items.map(({ id, name, names }) => {
      const marker = parseMarker(names.items.find((item) => localName(item.name) === markerName)?.formula);
      return { id, name, marker, standing: standingOf(name, marker, document) };
    }),
    activeId: active.id,
    structureProtected: protection.protected,
  });
}

/** A sheet-scoped name may come with its sheet before it: `Kontroll!Aterforing_blad`. */
function localName(name: string): string {
  return name.slice(name.lastIndexOf("!") + 1);
}
