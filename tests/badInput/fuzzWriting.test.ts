import fc from "fast-check";
import { createEffects } from "../../src/taskpane/effects";
import { excelWorkbook } from "../../src/taskpane/excelWorkbook";
import { pagePlanner } from "../../src/taskpane/planner";
import { initialState, isWritable } from "../../src/taskpane/state";
import { createStore } from "../../src/taskpane/store";
import { contents } from "../faults/contents";
import { nearlyRight, seed, tries, workbook } from "./mutations";
import { openBadWorkbook } from "./openBadWorkbook";

/** A guard against hanging, not a measure. */
const longest = 60_000;
let written = 0;

const opened = openBadWorkbook();
let uninstall: () => void;
beforeAll(() => {
  uninstall = opened.client.install();
});
afterAll(() => {
  uninstall();
  opened.close();
  process.stdout.write(`fuzz: ${tries.writings} workbooks to write, of which ${written} gave a plan, seed ${seed} (FC_SEED=${seed} runs them again)\n`);
});

it("a plan of any workbook is written with every check passed, or not at all and the workbook is the same to the cell", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(nearlyRight, nearlyRight, workbook), async (sheets) => {
      opened.fill(sheets);
      const { host } = opened;
      const before = contents(host.workbook);
      const store = createStore(initialState("sv"));
      await createEffects(excelWorkbook(store), store, pagePlanner).write();
      const { activity, failure, current, written: plan } = store.state();
      expect([activity, failure]).toEqual([null, null]);
      if (!plan) {
        expect([current && isWritable(current), contents(host.workbook)]).toEqual([false, before]);
        return;
      }
      written += 1;
      expect(current && isWritable(current)).toBe(true);
      const own = host.workbook.sheets.filter(({ name }) => !plan.sheets.includes(name));
      expect(contents({ sheets: own, names: host.workbook.names })).toBe(before);
      const [, verdict] = host.values(`'${plan.sheets.at(-1)}'!A1:B60`).find(([label]) => label === "Samlad kontroll") ?? [];
      expect(verdict).toBe("OK");
    }),
    { seed, numRuns: tries.writings, timeout: longest },
  );
});
