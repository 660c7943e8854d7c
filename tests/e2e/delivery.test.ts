import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import type { AxeResults } from "axe-core";
import type { BrowserContext, Page } from "playwright-core";
import { contentTypes } from "../../delivery/contentTypes";
import { caching, serverHeaders } from "../../delivery/securityPolicy";
import { CONNECT, EXCEL_CLIENT, OFFICE_PATH } from "../../workbench/server/panePage";
import { Desk } from "./desk";
import { scriptBytes } from "./firstLoad";
import { mainJob } from "./mainJob";
import { BASE, delivered, hasNginx, isDelivered, nginxServer, plainServer, type DeliveryServer } from "./servers";
import { useBrowser } from "./workbench";

const client = readFileSync(join(resolve(__dirname, "../.."), "node_modules/@microsoft/office-js/dist", EXCEL_CLIENT.slice(OFFICE_PATH.length)), "utf8");

/** Evaluated by the test, as the page takes no script that is put into it. */
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const browser = useBrowser();
let server: DeliveryServer;

const servers: [string, () => Promise<DeliveryServer>][] = [["a plain server", plainServer]];
if (hasNginx) servers.push(["nginx with docs/deploy/nginx.conf", nginxServer]);
else console.log("docs/deploy/nginx.conf was not tried: there is no nginx (on Debian: apt install nginx-light).");

/** Excel's part: the workbench's page around the pane, and Microsoft's library from Microsoft's own address. */
async function playExcel(context: BrowserContext): Promise<string[]> {
  const asked: string[] = [];
  await context.route("https://appsforoffice.microsoft.com/**", (route) => route.fulfill({ contentType: "text/javascript", body: client + CONNECT }));
  await context.route(`${server.origin}${BASE}**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const path = pathname.slice(BASE.length);
    const ofWorkbench = () => path === "" || /^(workbench|examples)|\.css$/.test(path) || route.request().frame().parentFrame() === null;
    if (!isDelivered(path) && ofWorkbench()) return route.fulfill({ response: await route.fetch({ url: `${process.env.WORKBENCH}${path}` }) });
    asked.push(path);
    return route.continue();
  });
  return asked;
}

/** What axe finds on a page. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

describe.each(servers)("dist/ under a base path on %s", (_, start) => {
  beforeAll(async () => {
    server = await start();
  });

  afterAll(() => server.stop());

  const get = (path: string) => fetch(`${server.origin}${BASE}${path}`);

  it("does the main job as it is delivered: its page unchanged, under the whole policy", async () => {
    const context = await browser().newContext({ viewport: { width: 1440, height: 900 } });
    const asked = await playExcel(context);
    const desk = await Desk.openOn(await context.newPage(), server.origin + BASE);
    await mainJob(desk);
    for (const [link, says] of [["Hjälp", "Återföring är ett tillägg till Excel"], ["Licenser", "Fluent UI"]] as const) {
      const [page] = await Promise.all([context.waitForEvent("page"), desk.pane.getByRole("link", { name: link }).click()]);
      await page.getByText(says).first().waitFor();
      if (link === "Hjälp") for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await barriers(page)).toEqual([]);
      }
      await page.close();
    }
    expect(asked).toEqual(expect.arrayContaining(["taskpane.html", "functions.js"]));
    expect(asked.filter((path) => path.startsWith("static/")).length).toBeGreaterThan(10);
    // Microsoft's library is played from this machine, at Microsoft's address.
    const others = (await desk.close()).filter((fault) => fault !== "request: https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
    expect(others).toEqual([]);
    await context.close();
  });

  it("has every file as it was built, by the build's own list", async () => {
    const listed = new Map((await (await get("checksums.txt")).text()).trim().split("\n").map((line) => [line.slice(66), line.slice(0, 64)]));
    expect([...listed.keys()].sort()).toEqual(delivered().filter((path) => path !== "checksums.txt").sort());
    for (const [path, sum] of listed) expect(`${path} ${createHash("sha256").update(Buffer.from(await (await get(path)).arrayBuffer())).digest("hex")}`).toBe(`${path} ${sum}`);
  });

  it("has the headers on every kind of file, and does not find what is not there", async () => {
    const kinds = ["taskpane.html", "functions.js", "functions.json", "licenses.txt", "assets/icon-32.png", "assets/icon.svg", "manifest.xml"];
    // Maps are for finding faults, and may be left out.
    expect(new Set(kinds.map((path) => extname(path)))).toEqual(new Set(delivered().map((path) => extname(path)).filter((ending) => ending !== ".map")));
    for (const path of kinds) {
      const { status, headers } = await get(path);
      // nginx calls scripts by their older name.
      const type = headers.get("content-type")?.replace("application/javascript", "text/javascript");
      expect([path, status, type]).toEqual([path, 200, contentTypes[extname(path)]]);
      for (const [name, value] of Object.entries(serverHeaders)) expect(`${path} ${name}: ${headers.get(name)}`).toBe(`${path} ${name}: ${value}`);
    }
    expect((await get("static/none.js")).status).toBe(404);
    expect((await fetch(`${server.origin}/taskpane.html`)).status).toBe(404);
  });
});

(hasNginx ? it : it.skip)("nginx keeps what has its content in its name for ever, pictures a day, and asks anew for the rest", async () => {
  server = await nginxServer();
  const page = await (await fetch(`${server.origin}${BASE}taskpane.html`)).text();
  const hashed = /static\/taskpane\.[0-9a-f]{10}\.js/.exec(page)?.[0] ?? "";
  const kept = await Promise.all([hashed, "assets/icon-32.png", "taskpane.html", "functions.js", "functions.json", "manifest.xml", "static/none.js"].map(async (path) => (await fetch(`${server.origin}${BASE}${path}`)).headers.get("cache-control")));
  expect(kept).toEqual([caching.hashed, caching.pictures, ...Array<string>(4).fill(caching.others), null]);
  const { headers } = await fetch(`${server.origin}${BASE}taskpane.html`, { headers: { "Accept-Encoding": "gzip" } });
  expect([headers.get("content-type"), headers.get("content-encoding")]).toEqual(["text/html; charset=utf-8", "gzip"]);
  await server.stop();
});

it("asks for at most 300 kB of scripts before it shows what it has read", async () => {
  const desk = await Desk.open(browser());
  const bytes = await scriptBytes(desk.paneRequests);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThanOrEqual(300_000);
  expect(await desk.close()).toEqual([]);
});
