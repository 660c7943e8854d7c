import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checksums } from "../../delivery/checksums";

const hasSha256sum = spawnSync("sha256sum", ["--version"]).error === undefined;
if (!hasSha256sum) console.log("The list of sums was not tried: there is no sha256sum (on Debian: coreutils).");

(hasSha256sum ? it : it.skip)("is what sha256sum reads: it passes the files as they were built, and tells which one has been changed", () => {
  const files = new Map([["b.txt", Buffer.from("två")], ["a å.js", Buffer.from([0, 255])]]);
  const folder = mkdtempSync(join(tmpdir(), "checksums-"));
  for (const [path, content] of files) writeFileSync(join(folder, path), content);
  writeFileSync(join(folder, "checksums.txt"), checksums(files));
  const check = () => spawnSync("sha256sum", ["-c", "checksums.txt"], { cwd: folder, encoding: "utf8", env: { ...process.env, LC_ALL: "C.UTF-8" } });
  expect(check()).toMatchObject({ status: 0, stdout: "a å.js: OK\nb.txt: OK\n" });
  writeFileSync(join(folder, "b.txt"), "tre");
  expect(check()).toMatchObject({ status: 1, stdout: "a å.js: OK\nb.txt: FAILED\n" });
});
