import { amounts } from "./cases/amounts";
import { layouts } from "./cases/layouts";
import { names } from "./cases/names";
import { tables } from "./cases/records";
import { states } from "./cases/states";
import { years } from "./cases/years";
import type { BadWorkbook } from "./grid";

/** The corpus of bad input, by theme. */
export const corpus: Readonly<Record<string, readonly BadWorkbook[]>> = { amounts, years, layouts, names, tables, states };
