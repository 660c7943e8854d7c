import { spawn, spawnSync } from "node:child_process";
import { createReadStream, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { contentTypes } from "../../delivery/contentTypes";
import { serverHeaders } from "../../delivery/securityPolicy";

const root = resolve(__dirname, "../..");

/** What a municipality puts on its server. */
export const dist = join(root, "dist");

/** The path of docs/deploy/nginx.conf. */
export const BASE = "/aterforing/";

/** Whether dist/ has the file. */
export const isDelivered = (path: string): boolean => statSync(join(dist, path), { throwIfNoEntry: false })?.isFile() ?? false;

/** Every file of dist/, by its path there. */
export const delivered = (): string[] => readdirSync(dist, { recursive: true, encoding: "utf8" }).filter(isDelivered);

/** A server with dist/ under {@link BASE}, and nothing else. */
export interface DeliveryServer {
  origin: string;
  stop(): Promise<void>;
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return (server.address() as AddressInfo).port;
}

/** The simplest of servers: files as they are, with the headers. */
export async function plainServer(): Promise<DeliveryServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = pathname.slice(BASE.length);
    if (!pathname.startsWith(BASE) || !isDelivered(path)) return response.writeHead(404).end();
    response.writeHead(200, { ...serverHeaders, "Content-Type": contentTypes[extname(path)] ?? "application/octet-stream" });
    return createReadStream(join(dist, path)).pipe(response);
  });
  const port = await listening(server);
  return {
    origin: `http://localhost:${port}`,
    stop: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    }),
  };
}

/** Whether there is an nginx to try the configuration with. */
export const hasNginx = spawnSync("nginx", ["-v"]).error === undefined;

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((done) => server.close(done));
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1", () => done(socket.end() !== undefined));
    socket.once("error", () => done(false));
  });
}

/** nginx with docs/deploy/nginx.conf: only the place of the files, the port and the certificate are this machine's. */
export async function nginxServer(): Promise<DeliveryServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "nginx-"));
  mkdirSync(join(folder, "logs"));
  const site = readFileSync(join(root, "docs/deploy/nginx.conf"), "utf8")
    .replace("listen 443 ssl;", `listen 127.0.0.1:${port};`)
    .replace(/^ *ssl_certificate.*\n/gm, "")
    .replace("/srv/aterforing/", `${dist}/`);
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(" ");
  writeFileSync(join(folder, "nginx.conf"), `user root; daemon off; pid ${folder}/pid; error_log stderr; events {}\nhttp { include /etc/nginx/mime.types; access_log off; ${paths}\n${site}\n}\n`);
  const child = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  for (const end = Date.now() + 10_000; !(await answers(port)); ) {
    if (Date.now() > end || child.exitCode !== null) throw new Error(`nginx did not start:\n${said}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    origin: `http://localhost:${port}`,
    stop: () => new Promise((done) => {
      child.once("exit", () => done());
      child.kill("SIGQUIT");
    }),
  };
}
