import type { Request } from "playwright-core";
import { gzipSync } from "node:zlib";

/** What the scripts among the pane's requests weigh as a server sends them, compressed by gzip, in bytes; without Microsoft's library. */
export async function scriptBytes(requests: readonly Request[]): Promise<number> {
  const scripts = new Set(requests.filter((request) => request.resourceType() === "script" && !request.url().includes("office")).map((request) => request.url()));
  const bodies = await Promise.all([...scripts].map(async (address) => (await fetch(address)).arrayBuffer()));
  return bodies.reduce((bytes, body) => bytes + gzipSync(body).length, 0);
}
