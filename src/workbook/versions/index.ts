/** Decided plans: kept on sheets of their own, and read back. */
export { decidePlan } from "./decidePlan";
export { readVersions } from "./readVersions";
export type { DecidedVersion, Decision, ReadVersions } from "./types";
