import type { Language } from "../../i18n";
import type { AmountRow, DecimalText, Diagnostic, PlanInput, Succession, Waiver } from "../../planning/types";
import type { LeftOut } from "../reading/findings";

/** What a project's year at a committee is to say of its outcome. Amounts in kr. */
export interface OutcomeEdit {
  project: string;
  committee: string;
  year: number;
  amount: DecimalText;
  status: "established" | "preliminary";
  /** Where the outcome comes from; "" for nothing. */
  source: string;
  /** "2027-03-31"; "" for nothing. */
  date: string;
  /** What stood there when the user began; null when nothing did. Nothing is written when it is something else now. */
  was: { amount: DecimalText; status: "established" | "preliminary" } | null;
}

/** What is booked of a repayment: by a project's committee in a year, kr. */
export interface BookedEdit {
  project: string;
  committee: string;
  year: number;
  amount: DecimalText;
  /** What stood there when the user began; null when nothing did. */
  was: DecimalText | null;
}

/** A waiver to add; reason and decision must be stated. */
export type WaiverEntry = Omit<Waiver, "cell">;

/** A committee's succession to add: a row for each that takes over. */
export type SuccessionEntry = Omit<Succession, "cell">;

/** A range of amounts to read. */
export interface AmountsRequest {
  /** `Blad1!A5:H20`; left out: what is selected in Excel. */
  address?: string;
  /** The year of a range that states none. */
  year?: number;
  /** The projects and committees by whose ids the amounts are given. */
  input: Pick<PlanInput, "projects" | "committees">;
  language: Language;
}

/** A range read as amounts per project, committee and year. Nothing is written. */
export interface ReadAmounts {
  /** In kr, one for each project, committee and year; names that the input does not know are as they are written. */
  rows: AmountRow[];
  /** `Blad1!A5:H20`; "" when there is no range. */
  where: string;
  leftOut: LeftOut[];
  diagnostics: Diagnostic[];
}
