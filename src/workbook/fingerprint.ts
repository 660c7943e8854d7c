import type { PlanInput } from "../planning/types";
import { fingerprintBytes, sha256 } from "../report";
import { unhurried } from "./breath";

/** The input's fingerprint, as `fingerprintOf` makes it, without the page being held by a large fund. */
export async function unhurriedFingerprint(input: PlanInput): Promise<string> {
  return sha256(await unhurried(fingerprintBytes(input)));
}
