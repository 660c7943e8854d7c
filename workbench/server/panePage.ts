/** Where Microsoft's client is served from, beside the page: the whole library is on npm, for developing and testing. */
export const OFFICE_PATH = "office-js/";

/** Excel's client in one file, as the library loads it in Excel on the web. */
export const EXCEL_CLIENT = `${OFFICE_PATH}excel-web-16.00.debug.js`;

const OFFICE_SCRIPT = /<script[^>]*src=["']?https:\/\/appsforoffice\.microsoft\.com\/[^"'\s>]*\/office\.js["']?[^>]*><\/script>/;

/** Where {@link CONNECT} is served from: the page's policy takes no script that is written in the page. */
export const CONNECT_PATH = "connect.js";

/** The page around the pane keeps the host; this hands the pane's window to it before the add-in's own scripts run. */
export const CONNECT = "parent.workbench.connect(window);\n";

/**
 * The add-in's page as it is delivered, with Microsoft's library taken from this machine and connected to the
 * workbench's host instead of to Excel. Its policy is its own: both scripts come from the same address.
 * @throws Error when the page has no script tag for Office.js
 */
export function panePage(html: string): string {
  if (!OFFICE_SCRIPT.test(html)) throw new Error("taskpane.html does not load Office.js: there is nothing to put the workbench's host in place of.");
  return html.replace(OFFICE_SCRIPT, `<script src="${EXCEL_CLIENT}"></script><script src="${CONNECT_PATH}"></script>`);
}
