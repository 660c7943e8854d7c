const { resolve } = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");

/** Where the workbench's page goes: it is never part of dist/, which is what a municipality puts on its server. */
const folder = resolve(__dirname, "../out/workbench");

/** The workbench's page. It is for this machine only, so it is bundled and not made small: starting is what counts. */
module.exports = {
  name: "workbench",
  mode: "production",
  cache: { type: "filesystem", cacheDirectory: resolve(__dirname, "../node_modules/.cache/webpack") },
  optimization: { minimize: false },
  target: ["web", "es2022"],
  devtool: "cheap-module-source-map",
  context: resolve(__dirname, ".."),
  entry: { workbench: "./workbench/page/index.tsx" },
  output: { path: folder, filename: "[name].[contenthash:10].js", chunkFilename: "[name].[contenthash:10].js", clean: true },
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: { rules: [{ test: /\.tsx?$/, exclude: /node_modules/, use: "swc-loader" }] },
  plugins: [
    new HtmlPlugin({ template: "workbench/page/index.html", filename: "index.html" }),
    new CopyPlugin({ patterns: [{ from: "workbench/page/**/*.css", to: "[name][ext]" }] }),
  ],
  performance: { hints: false },
};
