/** The visible names of an add-in's functions, by the name that files have: "_xldudf_SIF_NETTONUVÄRDE_ÅR". */
const visibleNames = new Map<string, string>();

function fileName(visible: string): string {
  return `_xldudf_${visible.replaceAll(".", "_")}`;
}

/** Makes a function known to those that read and write files: "SIF.NETTONUVÄRDE.ÅR". */
export function knowCustomName(visible: string): void {
  visibleNames.set(fileName(visible).toUpperCase(), visible);
}

const functionNames = /(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_.]*(?=\()/gu;

/** The add-in's functions in a formula as the API has it. */
export function customNamesFromFile(code: string): string {
  return code.replace(functionNames, (name) => visibleNames.get(name.toUpperCase()) ?? name);
}

/** The same as Excel stores them: a name without this prefix is #NAME? when the file is opened, with or without the add-in. */
export function customNamesForFile(code: string): string {
  return code.replace(functionNames, (name) => (visibleNames.has(fileName(name).toUpperCase()) ? fileName(name) : name));
}
