import { auditVerdict } from "../../delivery/auditVerdict";

const metadata = { dependencies: { prod: 142 } };

it("passes a report without vulnerabilities", () => {
  expect(auditVerdict(JSON.stringify({ auditReportVersion: 2, vulnerabilities: {}, metadata }))).toEqual({ code: 0, sentences: ["No known vulnerabilities in the 142 packages that reach users."] });
});

it("fails a report with one, and names it", () => {
  const vulnerabilities = { papaparse: { name: "papaparse", severity: "high", range: "<5.2.0" } };
  expect(auditVerdict(JSON.stringify({ vulnerabilities, metadata }))).toEqual({ code: 1, sentences: ["high: papaparse <5.2.0"] });
});

it.each([
  ["a registry that refuses audits", JSON.stringify({ message: "405 Method Not Allowed - POST https://registry.npmjs.org/-/npm/v1/security/advisories/bulk", statusCode: 405, error: { summary: "", detail: "" } }), "405"],
  ["no network", JSON.stringify({ error: { code: "ENOTFOUND" } }), "no report"],
  ["no answer at all", "", "no report"],
])("says that nothing was audited with %s", (_, answer, why) => {
  const { code, sentences } = auditVerdict(answer);
  expect(code).toBe(2);
  expect(sentences[0]).toMatch(new RegExp(`^NOT AUDITED: .*${why}`));
});
