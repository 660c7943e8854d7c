/**
 * `npm start`: builds the add-in and the workbench's page, and serves them to this machine.
 *   --port N     the port (default 3000, or the next that is free; 0 for any)
 *   --no-build   serve what was built last
 */
import { parseArgs } from "node:util";
import { buildAll } from "./server/build";
import { serve } from "./server/server";

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: "string" }, "no-build": { type: "boolean" } } });
  const port = values.port === undefined ? 3000 : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port}: en port är ett helt tal, 0–65535.`);
  if (!values["no-build"]) {
    console.log("Bygger tillägget och arbetsbänken …");
    await buildAll();
  }
  const { server, port: got } = await serve(port, values.port === undefined);
  console.log(`Arbetsbänken: http://localhost:${got}/\nAvsluta med Ctrl-C.`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      server.closeAllConnections();
      server.close(() => process.exit(0));
    });
  }
}

/** What to tell of a failure, as a sentence where it is one that a user can do something about. */
function failureText(error: unknown): string {
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number };
  return code === "EADDRINUSE" ? `Port ${port} är upptagen. Välj en annan med --port, eller utelämna --port.` : message;
}

main().catch((error: unknown) => {
  console.error(failureText(error));
  process.exitCode = 1;
});
