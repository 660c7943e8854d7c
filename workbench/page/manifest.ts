/** A button of the add-in's group on the ribbon, as the manifest has it. */
export interface RibbonButton {
  id: string;
  label: string;
  tip: string;
  /** An address on this server. */
  icon: string;
  /** The command it calls; undefined for the one that opens the pane. */
  command: string | undefined;
}

const ADD_IN = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";
const TYPES = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";

/** A resource of the manifest in a language: its override, else its default. */
function resource(manifest: Document, id: string | null | undefined, locale: string): string {
  for (const kind of ["String", "Url", "Image"]) {
    const found = [...manifest.getElementsByTagNameNS(TYPES, kind)].find((element) => element.getAttribute("id") === id);
    if (!found) continue;
    const own = [...found.getElementsByTagNameNS(TYPES, "Override")].find((element) => element.getAttribute("Locale") === locale);
    return (own?.getAttribute("Value") ?? found.getAttribute("DefaultValue")) || "";
  }
  return "";
}

/** The namespace of the add-in's functions in cells: "SIF". */
export function functionsNamespace(manifestText: string): string {
  const manifest = new DOMParser().parseFromString(manifestText, "text/xml");
  return resource(manifest, manifest.getElementsByTagNameNS(ADD_IN, "Namespace")[0]?.getAttribute("resid"), "");
}

/** Reads the ribbon's buttons from the manifest's text, in a display language of Office. */
export function ribbonButtons(manifestText: string, displayLanguage: string): RibbonButton[] {
  const manifest = new DOMParser().parseFromString(manifestText, "text/xml");
  return [...manifest.getElementsByTagNameNS(ADD_IN, "Control")].map((control) => {
    const first = (name: string) => control.getElementsByTagNameNS(ADD_IN, name)[0];
    const image = [...control.getElementsByTagNameNS(TYPES, "Image")].find((element) => element.getAttribute("size") === "32");
    const icon = resource(manifest, image?.getAttribute("resid"), displayLanguage);
    return {
      id: control.getAttribute("id") ?? "",
      label: resource(manifest, first("Label")?.getAttribute("resid"), displayLanguage),
      tip: resource(manifest, first("Description")?.getAttribute("resid"), displayLanguage),
      icon: icon === "" ? "" : new URL(icon).pathname.slice(1),
      command: first("FunctionName")?.textContent ?? undefined,
    };
  });
}
