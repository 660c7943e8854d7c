/** Decided plans: kept on sheets of their own, and read back. */
export type { DecidedVersion, Decision, ReadVersions } from "./types";
