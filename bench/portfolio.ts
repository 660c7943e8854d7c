import type { PlanInput } from "../src/planning";

const names = [
  "Socialnämnden", "Utbildningsnämnden", "Vård- och omsorgsnämnden", "Arbetsmarknadsnämnden", "Kommunstyrelsen", "Kulturnämnden",
  "Fritidsnämnden", "Tekniska nämnden", "Byggnadsnämnden", "Miljönämnden", "Gymnasienämnden", "Överförmyndarnämnden",
];

/** A fund of so many projects, each saving at so many committees (twelve at most) for twenty years; the same on every machine. */
export function largeFund(projectCount: number, committeeCount = 5): PlanInput {
  const committees = names.slice(0, committeeCount);
  const projects = Array.from({ length: projectCount }, (_, index) => `Projekt ${index + 1}`);
  const start = (index: number) => 2025 + (index % 3);
  return {
    committees: committees.map((name) => ({ id: name, name })),
    projects: projects.map((name) => ({ id: name, name, rule: { window: { from: { after: "projectStart", years: 1 }, years: 20 } } })),
    costs: projects.map((project, index) => ({ project, committee: committees[index % committeeCount]!, year: start(index), amount: String(1_000_000 + index) })),
    savings: projects.flatMap((project, index) =>
      committees.flatMap((committee, place) =>
        Array.from({ length: 20 }, (_, year) => ({ project, committee, year: start(index) + 1 + year, amount: `${5_000 + ((index * 7 + year * 13 + place) % 1000)}.50` })),
      ),
    ),
    caps: [{ committee: committees[0]!, amount: String(projectCount * 4_000) }],
    fund: { openingBalance: String(projectCount * 1_000_000), openingYear: 2025 },
  };
}
