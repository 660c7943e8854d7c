import { sheetKinds, type SheetKind } from "../../report";

/** The hidden name that a sheet of ours carries; scoped to the sheet, it survives other programs. */
export const markerName = "Aterforing_blad";

/** What the marker says. */
export interface Marker {
  kind: SheetKind;
  /** Of the plan's input. */
  fingerprint: string;
  /** Of what was written, to see whether a user has written in the sheet since. */
  contents: string;
  /** How many bytes a cell of it takes on average, to read it back in blocks of a known size. */
  bytesPerCell: number;
  /** The sheet's name when it was written: a sheet that has been renamed or copied is the user's own. */
  name: string;
}

/** The marker as the formula of a name: a text constant, under the 255 characters that one may have. */
export function markerFormula({ kind, fingerprint, contents, bytesPerCell, name }: Marker): string {
  return `="${[kind, fingerprint, contents, bytesPerCell, name].join("|").replaceAll('"', '""')}"`;
}

/** Reads a marker; nothing when it is not one of ours. */
export function parseMarker(formula: unknown): Marker | undefined {
  if (typeof formula !== "string") return undefined;
  const text = /^=?"?(.*?)"?$/s.exec(formula)?.[1]?.replaceAll('""', '"') ?? "";
  const [kind, fingerprint, contents, bytes, ...name] = text.split("|");
  const known = sheetKinds.find((one) => one === kind);
  const bytesPerCell = Number(bytes);
  if (known === undefined || fingerprint === undefined || contents === undefined || !(bytesPerCell > 0) || name.length === 0) return undefined;
  return { kind: known, fingerprint, contents, bytesPerCell, name: name.join("|") };
}
