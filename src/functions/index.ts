import { implementations } from "./functions";

/** The first script of the shared runtime: Excel waits for the functions, not for the pane. */
for (const [id, implementation] of Object.entries(implementations)) CustomFunctions.associate(id, implementation);
