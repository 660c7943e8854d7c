/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contentTypes } from "../../delivery/contentTypes";
import { caching, pagePolicy, serverHeaders, serverPolicy } from "../../delivery/securityPolicy";

const root = join(__dirname, "../..");
const deploy = (name: string) => readFileSync(join(root, "docs/deploy", name), "utf8");

/** A policy's sources by directive. */
const directives = (policy: string) => new Map(policy.split("; ").map((part) => [part.split(" ")[0] ?? "", part.split(" ").slice(1)]));

describe("The policy", () => {
  const page = directives(pagePolicy);

  it("lets scripts come from the add-in and Microsoft's library only, and never from text", () => {
    expect(page.get("script-src")).toEqual(["'self'", "https://appsforoffice.microsoft.com"]);
    expect(page.get("default-src")).toEqual(["'none'"]);
    expect(pagePolicy).not.toContain("unsafe-eval");
    expect([...page].filter(([, sources]) => sources.includes("'unsafe-inline'")).map(([directive]) => directive)).toEqual(["style-src"]);
  });

  it("lets the page reach its own files only", () => {
    expect(page.get("connect-src")).toEqual(["'self'"]);
    expect(page.get("worker-src")).toEqual(["'self'"]);
  });

  it("is the page's own in the server's headers, with who may frame it: never anyone", () => {
    expect(serverPolicy.startsWith(`${pagePolicy}; frame-ancestors `)).toBe(true);
    expect(directives(serverPolicy).get("frame-ancestors")).not.toContain("*");
  });

  it("comes before the first script of the page", () => {
    const html = readFileSync(join(root, "src/taskpane/taskpane.html"), "utf8");
    const meta = html.indexOf('<meta http-equiv="Content-Security-Policy" content="<%= pagePolicy %>" />');
    expect(meta).toBeGreaterThan(0);
    expect(meta).toBeLessThan(html.indexOf("<script"));
  });
});

/** A Cache-Control's directives, in whatever order a server gives them. */
const directivesOf = (header: string) => header.split(/, */).sort();

/** What IIS answers for a clientCache, as its documentation has it: what is custom goes before what the mode adds. */
function iisCaching(cache: Element): string {
  const custom = cache.getAttribute("cacheControlCustom");
  const [, days = "", time = ""] = /^(\d+)\.(00:00:00)$/.exec(cache.getAttribute("cacheControlMaxAge") ?? "") ?? [];
  const added = { DisableCache: "no-cache", UseMaxAge: time === "" ? "" : `max-age=${Number(days) * 86_400}` }[cache.getAttribute("cacheControlMode") ?? ""];
  return [custom, added].filter((part) => part !== null).join(",");
}

describe("The servers' configurations say what the add-in's own headers say", () => {
  it("nginx", () => {
    const headers = [...deploy("nginx.conf").matchAll(/add_header ([\w-]+) "(.*)" always;/g)].map(([, name = "", value = ""]) => [name, value]);
    expect(Object.fromEntries(headers)).toEqual(serverHeaders);
    const kept = [...deploy("nginx.conf").matchAll(/^ {2}(default|~\S+) +"(.*)";/gm)].map(([, place = "", value = ""]) => [place, value]);
    expect(Object.fromEntries(kept)).toEqual({ default: caching.others, "~/static/": caching.hashed, "~/assets/": caching.pictures });
  });

  it("IIS", () => {
    const configuration = new DOMParser().parseFromString(deploy("web.config"), "application/xml");
    expect(configuration.querySelector("parsererror")).toBeNull();
    const headers = [...configuration.querySelectorAll("customHeaders > add")].map((header) => [header.getAttribute("name"), header.getAttribute("value")]);
    expect(Object.fromEntries(headers)).toEqual(serverHeaders);
    // IIS refuses to answer when a header is added twice, as when the site above has it too.
    const removed = [...configuration.querySelectorAll("customHeaders > remove")].map((header) => header.getAttribute("name"));
    expect(removed).toEqual(expect.arrayContaining(Object.keys(serverHeaders)));
    const kept = [...configuration.querySelectorAll("clientCache")].map((cache) => [cache.closest("location")?.getAttribute("path") ?? "", directivesOf(iisCaching(cache))]);
    expect(Object.fromEntries(kept)).toEqual({ "": directivesOf(caching.others), static: directivesOf(caching.hashed), assets: directivesOf(caching.pictures) });
    const types = [...configuration.querySelectorAll("mimeMap")].map((map) => [map.getAttribute("fileExtension") ?? "", map.getAttribute("mimeType")]);
    expect(types).toEqual(types.map(([ending]) => [ending, contentTypes[ending ?? ""]]));
    // IIS refuses to answer when an ending is mapped twice, as when the server has it already.
    const freed = [...configuration.querySelectorAll("staticContent > remove")].map((one) => one.getAttribute("fileExtension"));
    expect(freed).toEqual(types.map(([ending]) => ending));
  });

  it("Azure Static Web Apps", () => {
    const text = deploy("staticwebapp.config.json");
    const { globalHeaders, routes, mimeTypes, ...others } = JSON.parse(text) as { globalHeaders: Record<string, string>; routes: { route: string; headers: Record<string, string> }[]; mimeTypes: Record<string, string> };
    expect(globalHeaders).toEqual({ ...serverHeaders, "Cache-Control": caching.others });
    expect(routes).toEqual([{ route: "/static/*", headers: { "Cache-Control": caching.hashed } }, { route: "/assets/*", headers: { "Cache-Control": caching.pictures } }]);
    expect(mimeTypes).toEqual(Object.fromEntries(Object.keys(mimeTypes).map((ending) => [ending, contentTypes[ending]?.split(";")[0]])));
    // It takes a file of 20 kB at most, and passes over what it does not know without a word.
    expect([others, text.length < 20_000]).toEqual([{}, true]);
  });
});
