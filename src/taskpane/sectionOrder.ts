import { annexSections, type AnnexSectionId } from "../report/paper/types";

/** Every section in the order that it is shown to be chosen: those that are left out stand after the one they usually follow. */
export function shownSections(included: readonly AnnexSectionId[]): AnnexSectionId[] {
  const shown = [...included];
  for (const [index, section] of annexSections.entries()) {
    if (included.includes(section)) continue;
    const before = annexSections.slice(0, index).findLast((one) => shown.includes(one));
    shown.splice(before === undefined ? 0 : shown.indexOf(before) + 1, 0, section);
  }
  return shown;
}

/** The included sections with one more, where it stands among those shown, or without one; never none. */
export function toggled(included: readonly AnnexSectionId[], section: AnnexSectionId): AnnexSectionId[] {
  if (!included.includes(section)) return shownSections(included).filter((one) => one === section || included.includes(one));
  return included.length === 1 ? [...included] : included.filter((one) => one !== section);
}

/** The included sections with one moved a step up (−1) or down (1), as far as there is room. */
export function moved(included: readonly AnnexSectionId[], section: AnnexSectionId, step: -1 | 1): AnnexSectionId[] {
  const order = [...included];
  const from = order.indexOf(section);
  const other = order[from + step];
  if (from < 0 || other === undefined) return order;
  order[from + step] = section;
  order[from] = other;
  return order;
}
