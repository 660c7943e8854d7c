import { createEffects } from "../../src/taskpane/effects";
import { excelWorkbook } from "../../src/taskpane/excelWorkbook";
import { pagePlanner } from "../../src/taskpane/planner";
import { initialState } from "../../src/taskpane/state";
import { createStore } from "../../src/taskpane/store";
import { effects, host, store, until, usePaneInExcel } from "../taskpane/paneInExcel";

usePaneInExcel();

const names = () => host.workbook.sheets.map(({ name }) => name);
const planSheets = ["Återföringsplan", "Ramförändringar", "Fondkonto", "Kontroll"];
const control = () => host.values("Kontroll!A1:B40").find(([label]) => label === "Samlad kontroll")?.[1];

test("two panes that write at once leave one plan, whole, or say why not", async () => {
  await effects.openExample();
  const before = names();
  const other = createStore(initialState("sv"));
  const second = createEffects(excelWorkbook(other), other, pagePlanner);
  await second.read();
  await Promise.all([effects.write(), second.write()]);
  const failures = [store.state().failure, other.state().failure].filter((failure) => failure !== null);
  expect(failures.length).toBeLessThan(2);
  // Whoever writes next finds nothing in the way.
  await effects.write();
  expect(store.state().failure).toBeNull();
  expect(names().filter((name) => !before.includes(name) && !planSheets.includes(name))).toEqual([]);
  expect(control()).toBe("OK");
});

test("a change of language midway changes what comes after, not what is being written", async () => {
  await effects.openExample();
  const writing = effects.write();
  await until(() => store.state().activity?.kind === "writing");
  store.dispatch({ type: "languageChosen", language: "en" });
  await writing;
  expect(names()).toEqual(expect.arrayContaining(planSheets));
  await effects.write();
  expect(store.state().failure).toBeNull();
  expect(names()).toContain("Repayment plan");
  expect(names().filter((name) => planSheets.includes(name))).toEqual([]);
});
