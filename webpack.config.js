const { existsSync, readFileSync } = require("node:fs");
const { homedir } = require("node:os");
const { join, resolve } = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");
const { sources, Compilation } = require("webpack");

require("tsx/cjs"); // What follows is written in TypeScript.
const { DEVELOPMENT_URL, manifestFor } = require("./delivery/manifestFor.ts");
const { pagePolicy } = require("./delivery/securityPolicy.ts");

/** Writes the metadata that tells Excel about the functions, in Swedish and in English, from their declarations. */
class FunctionsMetadataPlugin {
  apply(compiler) {
    const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
    compiler.hooks.thisCompilation.tap("FunctionsMetadataPlugin", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "FunctionsMetadataPlugin", stage }, () => {
        const { functionsMetadata } = require("./src/functions/metadata.ts");
        const { cellFunctions } = require("./src/functions/functions.ts");
        for (const [language, file] of [["sv", "functions.json"], ["en", "functions.en.json"]]) {
          compilation.emitAsset(file, new sources.RawSource(JSON.stringify(functionsMetadata(cellFunctions, language), null, 2)));
        }
      });
    });
  }
}

/** Tells what the add-in is built of: a bill of materials in CycloneDX, and the licences. */
class PartsPlugin {
  apply(compiler) {
    const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
    compiler.hooks.thisCompilation.tap("PartsPlugin", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "PartsPlugin", stage }, () => {
        const { billOfMaterials } = require("./delivery/billOfMaterials.ts");
        const { thirdPartyLicences } = require("./delivery/licences.ts");
        const bill = billOfMaterials();
        compilation.emitAsset("sbom.cdx.json", new sources.RawSource(JSON.stringify(bill, null, 2)));
        compilation.emitAsset("licenses.txt", new sources.RawSource(thirdPartyLicences(bill.components)));
      });
    });
  }
}

/** Tells what each file was when it was built, last of all, so that a server's files can be checked. */
class ChecksumsPlugin {
  apply(compiler) {
    const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
    compiler.hooks.thisCompilation.tap("ChecksumsPlugin", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "ChecksumsPlugin", stage }, (assets) => {
        const { checksums } = require("./delivery/checksums.ts");
        const files = new Map(Object.entries(assets).map(([path, source]) => [path, source.buffer()]));
        compilation.emitAsset("checksums.txt", new sources.RawSource(checksums(files)));
      });
    });
  }
}

/** Excel loads add-ins over https only: the certificates of `npx office-addin-dev-certs install`, where there are any. */
function developmentCertificates() {
  const folder = join(homedir(), ".office-addin-dev-certs");
  const [ca, cert, key] = ["ca.crt", "localhost.crt", "localhost.key"].map((name) => join(folder, name));
  if (![ca, cert, key].every(existsSync)) return "http";
  return { type: "https", options: { ca: readFileSync(ca), cert: readFileSync(cert), key: readFileSync(key) } };
}

/**
 * dist/ is static files: taskpane.html with the scripts of the shared runtime, the functions' metadata, the icons and
 * the manifest. `--env baseUrl=https://example.se/aterforing` builds the manifest for the place where they are put.
 */
module.exports = (env, argv) => {
  const production = argv.mode === "production";
  const baseUrl = String(env.baseUrl ?? DEVELOPMENT_URL);
  return {
    target: ["web", "es2022"],
    // What has been compiled is kept: the first build is the slow one, whether it is a build or a start.
    cache: {
      type: "filesystem",
      name: `add-in-${argv.mode}`,
      cacheDirectory: resolve(__dirname, "node_modules/.cache/webpack"),
      buildDependencies: { config: [__filename] },
    },
    devtool: production ? "source-map" : "cheap-module-source-map",
    // functions.js goes first and stands alone, as Excel may load it by its name; what the pane shares with it is not loaded twice.
    entry: {
      functions: { import: "./src/functions/index.ts", filename: "functions.js" },
      taskpane: { import: "./src/taskpane/index.ts", dependOn: "functions" },
    },
    // What has a code of its content in its name lies by itself, so that a server can be told in one line to keep it for ever.
    output: { path: resolve(__dirname, "dist"), filename: "static/[name].[contenthash:10].js", chunkFilename: "static/[name].[contenthash:10].js", clean: true },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: { rules: [{ test: /\.tsx?$/, exclude: /node_modules/, use: "swc-loader" }] },
    plugins: [
      new FunctionsMetadataPlugin(),
      ...(production ? [new PartsPlugin(), new ChecksumsPlugin()] : []),
      // hash: functions.js keeps its name, so its address must change with its content.
      new HtmlPlugin({ template: "src/taskpane/taskpane.html", filename: "taskpane.html", chunks: ["functions", "taskpane"], chunksSortMode: "manual", hash: true, minify: false, templateParameters: { pagePolicy } }),
      new CopyPlugin({
        patterns: [
          { from: "assets/*.{png,svg}" },
          { from: "src/taskpane/support.html" },
          { from: "manifest.xml", transform: (content) => manifestFor(content.toString(), baseUrl) },
        ],
      }),
    ],
    // By swc, in a third of terser's time and to the same size. Scripts only: an administrator, and the workbench, look for the page's script tags.
    optimization: { minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })] },
    performance: { hints: production ? "warning" : false, maxEntrypointSize: 300_000, maxAssetSize: 900_000, assetFilter: (name) => name.endsWith(".js") },
    devServer: { port: 3000, server: developmentCertificates(), headers: { "Access-Control-Allow-Origin": "*" }, static: false },
  };
};
