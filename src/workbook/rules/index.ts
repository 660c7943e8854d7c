/** Rules, settings and caps, written in the workbook's own tables: they stay the only truth. */
export type { SettingKey } from "../template/tables";
export type { RuleChanges, SettingValue } from "./changes";
export { removeCap, writeCap, type CapChange } from "./writeCap";
export { writeDefaultRule, writeProjectRule, writeRules, writeSetting } from "./writeRules";
