import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { CONNECT_PATH, EXCEL_CLIENT } from "../../workbench/server/panePage";
import { Desk } from "./desk";
import { mainJob } from "./mainJob";
import { useBrowser } from "./workbench";

const dist = join(__dirname, "../../dist");
const browser = useBrowser();
let desk: Desk;

beforeEach(async () => {
  desk = await Desk.open(browser());
});

afterEach(async () => {
  expect(await desk.close()).toEqual([]);
});

it("asks only for its own files, and keeps nothing in the browser, all through the main job", async () => {
  await mainJob(desk);
  const own = (path: string) => ["taskpane.html", EXCEL_CLIENT, CONNECT_PATH].includes(path) || (existsSync(join(dist, path)) && statSync(join(dist, path)).isFile());
  const requests = desk.paneRequests.map((request) => ({ method: request.method(), url: new URL(request.url()) })).filter(({ url }) => url.protocol !== "data:");
  const others = requests.filter(({ method, url }) => method !== "GET" || url.origin !== new URL(desk.page.url()).origin || !own(url.pathname.slice(1)) || !/^(\?[0-9a-f]{20})?$/.test(url.search));
  expect(others.map(({ method, url }) => `${method} ${url.protocol === "blob:" ? "blob:" : url.href}`)).toEqual([]);
  console.log(`The pane asked for ${requests.length} files, all its own.`);
  expect(requests.length).toBeGreaterThan(10);

  const kept = await desk.frame().evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    cookies: document.cookie,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(kept).toEqual({ local: [], session: [], databases: [], caches: [], cookies: "", workers: 0 });
  expect(await desk.page.context().cookies()).toEqual([]);
});

it("can neither run text as code, nor scripts written in the page, nor reach another address", async () => {
  const stopped = await desk.frame().evaluate(
    () =>
      new Promise<string[]>((done) => {
        const directives = new Set<string>();
        document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
          directives.add(`${effectiveDirective} ${blockedURI}`);
          if (directives.size === 5) done([...directives].sort());
        });
        const add = (name: string, values: object) => document.body.append(Object.assign(document.createElement(name), values));
        // Later, as page code: what the test itself runs is not under the policy.
        setTimeout(() => {
          add("script", { textContent: "document.title = 'taken'" });
          void fetch("https://example.com/take").catch(() => undefined);
          add("img", { src: "https://example.com/picture.png" });
          add("iframe", { src: "https://example.com/frame" });
          (0, eval)("document.title = 'taken'");
        }, 0);
      }),
  );
  expect(stopped).toEqual(["connect-src https://example.com/take", "frame-src https://example.com", "img-src https://example.com/picture.png", "script-src eval", "script-src-elem inline"]);
  expect(await desk.frame().title()).toBe("Återföring");
  desk.faults.length = 0;
});
