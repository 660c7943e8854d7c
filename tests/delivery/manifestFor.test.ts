import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEVELOPMENT_URL, manifestFor } from "../../delivery/manifestFor";

const manifest = readFileSync(join(__dirname, "../../manifest.xml"), "utf8");
const addresses = (xml: string) => [...xml.matchAll(/"(https?:[^"]*)"/g)].map(([, address = ""]) => address).filter((address) => !/schemas\.microsoft|w3\.org/.test(address));

it.each(["https://tillagg.exempel.se/aterforing", "https://tillagg.exempel.se/aterforing//", "https://tillagg.exempel.se:8443/a/b/"])("moves every address of the manifest to %s, its path kept", (baseUrl) => {
  const moved = addresses(manifestFor(manifest, baseUrl));
  expect(moved).toEqual(addresses(manifest).map((address) => address.replace(DEVELOPMENT_URL, baseUrl.replace(/\/+$/, ""))));
  expect(moved.length).toBeGreaterThan(20);
});

it("changes nothing but the addresses", () => {
  expect(manifestFor(manifest, "https://kommun.se").replaceAll("https://kommun.se", DEVELOPMENT_URL)).toBe(manifest);
});

it.each(["http://tillagg.exempel.se", "tillagg.exempel.se", "https://tillagg.exempel.se/?a=1", "https://tillagg.exempel.se/#a", "", "true"])("refuses %p: Excel could not load the add-in from there", (baseUrl) => {
  expect(() => manifestFor(manifest, baseUrl)).toThrow("adressen ska börja med https://");
});

it("is what npm run build -- --env baseUrl=… makes of the manifest", () => {
  const script = `
    const { plugins } = require("./webpack.config.js")({ baseUrl: "https://tillagg.exempel.se/a" }, { mode: "production" });
    const patterns = plugins.flatMap((plugin) => plugin.patterns ?? []);
    process.stdout.write(patterns.find(({ from }) => from === "manifest.xml").transform(require("node:fs").readFileSync("manifest.xml")));`;
  const made = spawnSync(process.execPath, ["-e", script], { cwd: join(__dirname, "../.."), encoding: "utf8" });
  expect(made).toMatchObject({ status: 0 });
  expect(made.stdout).toBe(manifestFor(manifest, "https://tillagg.exempel.se/a"));
});
