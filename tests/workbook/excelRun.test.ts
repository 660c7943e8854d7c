import { patientRun } from "../../src/workbook/excelRun";
import { createHost, loadClient, type Client, type Host } from "../../workbench/host";

let host: Host;
let client: Client;
let uninstall: () => void;
let told: boolean[];

beforeEach(() => {
  host = createHost();
  client = loadClient(host);
  uninstall = client.install();
  told = [];
});
afterEach(() => {
  uninstall();
  client.close();
});

const run = (tells: number, givenUp: number) => patientRun((silent) => told.push(silent), { told: tells, givenUp });
const write = (context: Excel.RequestContext, value: number) => {
  context.workbook.worksheets.getItem("Blad1").getRange("A1").values = [[value]];
  return context.sync();
};
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

it("says nothing of work that gets on, and never cuts it off, however long it takes in all", async () => {
  host.slow(100);
  await run(5_000, 750)(async (context) => {
    for (let value = 1; value <= 8; value++) await write(context, value);
  });
  expect([host.values("Blad1!A1"), told]).toEqual([[[8]], []]);
});

it("tells that Excel is silent, and when it has answered", async () => {
  host.silenceSync(1, "held");
  const writing = run(5, 60_000)((context) => write(context, 1));
  while (told.length === 0) await later(5);
  expect(told).toEqual([true]);
  host.answer();
  await writing;
  expect([host.values("Blad1!A1"), told]).toEqual([[[1]], [true, false]]);
});

it("gives up a request that is not answered; what is asked for next is done after it, and its late answer changes nothing", async () => {
  host.silenceSync(1, "held");
  const patient = run(5, 20);
  await expect(patient((context) => write(context, 1))).rejects.toMatchObject({ code: "NoAnswer" });
  expect(told).toEqual([true, false]);
  const next = run(60_000, 60_000)((context) => write(context, 2));
  await later(5);
  host.answer();
  await next;
  expect([host.values("Blad1!A1"), told]).toEqual([[[2]], [true, false]]);
});
