import type { DecimalText } from "../../planning/types";
import { sum } from "../amounts";

/** An exact amount as files write it: a sign when it is negative, no spaces, at least two decimals: `-1234567.50`. */
export function exactAmount(amount: DecimalText, decimalSign: "." | ","): string {
  const [whole = "0", fraction = ""] = sum([amount]).split(".");
  return `${whole}${decimalSign}${fraction.padEnd(2, "0")}`;
}
