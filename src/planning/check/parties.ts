import { shown, type InputCheck, type Row } from "./inputCheck";

/** Two ids that a reader can't tell apart are the same. */
const folded = (id: string) => id.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase("sv");

/** Gives every committee or project its place in the list, and reports ids that are missing or doubled. */
export function registerIds(check: InputCheck, rows: Row[], list: "committees" | "projects"): void {
  const places = list === "committees" ? check.committees : check.projects;
  const seen = new Set<string>();
  rows.forEach(({ id, cell }, index) => {
    const place = typeof cell === "string" ? { cell } : {};
    if (typeof id !== "string" || id.trim() === "") check.report("idMissing", { list, row: index + 1 }, place);
    else if (seen.has(folded(id))) check.report("duplicateId", { list, id }, { ...place, [list === "committees" ? "committee" : "project"]: id });
    else {
      seen.add(folded(id));
      places.set(id, index);
    }
  });
}

/** A name to show: the id when there is none. */
export const nameOf = ({ id, name }: Row): string => (typeof name === "string" && name.trim() !== "" ? name : shown(id));
