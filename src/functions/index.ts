import { implementations } from "./functions";

/**
 * The first script of the shared runtime: Excel waits for the functions, not for the pane.
 * Excel on iPad has no custom functions; there the pane works without them.
 */
if (typeof CustomFunctions !== "undefined") {
  for (const [id, implementation] of Object.entries(implementations)) CustomFunctions.associate(id, implementation);
}
