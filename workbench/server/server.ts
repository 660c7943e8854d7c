import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve, sep } from "node:path";
import { addInFolder, pageFolder } from "./build";
import { contentTypes } from "../../delivery/contentTypes";
import { serverHeaders } from "../../delivery/securityPolicy";
import { CONNECT, CONNECT_PATH, OFFICE_PATH, panePage } from "./panePage";

const root = resolve(__dirname, "../..");
const officeFolder = resolve(root, "node_modules/@microsoft/office-js/dist");
const examplesFolder = resolve(root, "examples");

const TYPES: Record<string, string> = { ...contentTypes, ".css": "text/css; charset=utf-8", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };

/** A file, with the tag that tells whether it still is the same. */
interface Found {
  file: string;
  tag: string;
}

/** The file of a path within a folder; undefined when the path leads out of it or there is none. */
async function fileIn(folder: string, path: string): Promise<Found | undefined> {
  const file = join(folder, path);
  if (!file.startsWith(folder + sep)) return undefined;
  const stats = await stat(file).catch(() => undefined);
  return stats?.isFile() ? { file, tag: `"${stats.mtimeMs}-${stats.size}"` } : undefined;
}

async function exampleNames(): Promise<string[]> {
  const files = await readdir(examplesFolder).catch(() => []);
  return files.filter((file) => file.endsWith(".xlsx") && !file.startsWith("~$")).sort((a, b) => a.localeCompare(b, "sv"));
}

async function find(path: string): Promise<Found | undefined> {
  if (path === "/") return fileIn(pageFolder, "index.html");
  if (path.startsWith(`/${OFFICE_PATH}`)) return fileIn(officeFolder, path.slice(OFFICE_PATH.length + 1));
  if (path.startsWith("/examples/")) return fileIn(examplesFolder, path.slice("/examples/".length));
  return (await fileIn(pageFolder, path)) ?? (await fileIn(addInFolder, path));
}

/** The add-in's files come with the headers that its administrators set, so that every test in a browser runs under them. */
const headersOf = (file: string): Record<string, string> => (file.startsWith(addInFolder + sep) ? serverHeaders : {});

function send(response: ServerResponse, status: number, type: string, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { ...headers, "Content-Type": type, "Cache-Control": "no-store" }).end(text);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") return send(response, 405, "text/plain", "GET");
  const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
  if (path === "/taskpane.html") {
    const html = await readFile(join(addInFolder, "taskpane.html"), "utf8");
    return send(response, 200, TYPES[".html"] as string, panePage(html), serverHeaders);
  }
  if (path === `/${CONNECT_PATH}`) return send(response, 200, TYPES[".js"] as string, CONNECT);
  if (path === "/examples.json") return send(response, 200, TYPES[".json"] as string, JSON.stringify(await exampleNames()));
  const found = await find(path);
  if (!found) return send(response, 404, "text/plain; charset=utf-8", `${path} finns inte.`);
  // The browser keeps what it has and compiled, and asks each time whether it still is the same.
  const { file, tag } = found;
  const headers = { ...headersOf(file), "Content-Type": TYPES[extname(file)] ?? "application/octet-stream", "Cache-Control": "no-cache", ETag: tag };
  if (request.headers["if-none-match"] === tag) return void response.writeHead(304, headers).end();
  response.writeHead(200, headers);
  createReadStream(file).pipe(response);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, "localhost", () => {
      server.off("error", fail);
      done((server.address() as AddressInfo).port);
    });
  });
}

/**
 * Serves the built add-in, the workbench's page, Microsoft's client and the examples to this machine.
 * @param port the port to try first; 0 for any
 * @param orNext take the next free port when it is taken
 * @returns the server and the port it got
 */
export async function serve(port: number, orNext: boolean): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => send(response, 500, "text/plain; charset=utf-8", String(error)));
  });
  for (let candidate = port; ; candidate++) {
    try {
      return { server, port: await listen(server, candidate) };
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!taken || !orNext || candidate >= port + 100) throw error;
    }
  }
}
