import type { Server } from "node:http";
import { serve } from "../../workbench/server/server";

let server: Server;
let address: string;

beforeAll(async () => {
  const served = await serve(0, false);
  server = served.server;
  address = `http://localhost:${served.port}/`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("The workbench's server", () => {
  it("lets the browser keep a file that it asks for again, until the file is another", async () => {
    const first = await fetch(`${address}examples/norrkoping-2010.xlsx`);
    expect([first.status, first.headers.get("cache-control")]).toEqual([200, "no-cache"]);
    expect((await first.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    const again = (tag: string) => fetch(`${address}examples/norrkoping-2010.xlsx`, { headers: { "If-None-Match": tag } });
    const kept = await again(first.headers.get("etag") ?? "");
    expect([kept.status, await kept.text()]).toEqual([304, ""]);
    expect((await again('"another"')).status).toBe(200);
  });

  it("gives Microsoft's client from this machine", async () => {
    const client = await fetch(`${address}office-js/excel-web-16.00.debug.js`);
    expect([client.status, client.headers.get("content-type")]).toEqual([200, "text/javascript; charset=utf-8"]);
    await client.body?.cancel();
  });

  it.each(["examples/..%2Fpackage.json", "examples/..%2F..%2Fetc/passwd", "office-js/%2E%2E/package.json", "examples", "finns-inte.js"])("gives nothing outside its folders: %s", async (path) => {
    expect((await fetch(address + path)).status).toBe(404);
  });

  it("lists the examples, which nobody keeps", async () => {
    const list = await fetch(`${address}examples.json`);
    expect(await list.json()).toContain("norrkoping-2010.xlsx");
    expect(list.headers.get("cache-control")).toBe("no-store");
  });

  it("only reads", async () => {
    expect((await fetch(`${address}examples.json`, { method: "POST" })).status).toBe(405);
  });
});
