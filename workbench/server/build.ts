import { createRequire } from "node:module";
import { resolve } from "node:path";
import webpack, { type Configuration, type MultiStats } from "webpack";

const root = resolve(__dirname, "../..");
const require_ = createRequire(__filename);

/** The folders that the server serves: the add-in as it is delivered, and the workbench's own page. */
export const addInFolder = resolve(root, "dist");
export const pageFolder = resolve(root, "out/workbench");

type ConfigurationOf = (env: Record<string, unknown>, argv: { mode: string }) => Configuration;

/**
 * Builds the add-in as `npm run build` does, and the workbench's page.
 * @throws Error with webpack's own words when something does not compile
 */
export async function buildAll(): Promise<void> {
  const addIn = require_(resolve(root, "webpack.config.js")) as ConfigurationOf;
  const page = require_(resolve(root, "workbench/webpack.config.cjs")) as Configuration;
  const compiler = webpack([{ ...addIn({}, { mode: "production" }), mode: "production", context: root }, page]);
  const stats = await new Promise<MultiStats>((done, fail) => {
    compiler.run((error, result) => (error || !result ? fail(error ?? new Error("webpack gave no answer")) : done(result)));
  });
  await new Promise<void>((done) => compiler.close(() => done()));
  if (stats.hasErrors()) throw new Error(stats.toString({ preset: "errors-only", colors: false }));
}
