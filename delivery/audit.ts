/**
 * `npm run audit`: asks the registry for known vulnerabilities in what reaches users.
 * Ends with 0 when there are none, 1 when there are, and 2 when the registry does not answer.
 */
import { spawnSync } from "node:child_process";
import { auditVerdict } from "./auditVerdict";

const { stdout, error } = spawnSync("npm", ["audit", "--omit=dev", "--json"], { encoding: "utf8", shell: process.platform === "win32" });
const { code, sentences } = auditVerdict(error ? "" : stdout);
console.log(sentences.join("\n"));
process.exitCode = code;
