import type { Host, Session } from "./host";
import { connectSeam, type ClientOptions } from "./seam";

export { createHost, type Answer, type Failure, type Host, type HostOptions, type Session } from "./host";
export type { Counts } from "./counts";
export type { Silence } from "./silence";
export { newSheet, newWorkbook } from "./workbook";
export { displayText } from "./numberFormat";
export { registerFunctions } from "./calculation";
export type { ClientOptions } from "./seam";
export type * from "./model";

/**
 * Connects a page (a window or an iframe's), in which a script tag has loaded Microsoft's
 * excel-web-16.00.debug.js, to the host. Call it before the add-in's own scripts run.
 */
export function connectClient(window: Window, host: Host, options: ClientOptions = {}): Session {
  return connectSeam(window, host, options);
}
