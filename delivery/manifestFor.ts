/** Where the manifest says that the files are while developing. */
export const DEVELOPMENT_URL = "https://localhost:3000";

/**
 * The manifest for the address where the files of dist/ are put.
 * @param manifest the manifest as it is kept, for the development server
 * @param baseUrl an https address with or without a path: "https://tillagg.exempel.se/aterforing"
 * @throws Error when Excel could not load an add-in from the address
 */
export function manifestFor(manifest: string, baseUrl: string): string {
  const address = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (address?.protocol !== "https:" || address.search || address.hash || address.username) {
    throw new Error(`baseUrl=${baseUrl}: adressen ska börja med https:// och vara utan ? och #, till exempel https://tillagg.exempel.se/aterforing`);
  }
  return manifest.replaceAll(DEVELOPMENT_URL, address.href.replace(/\/+$/, "").replaceAll("&", "&amp;").replaceAll("'", "&apos;"));
}
