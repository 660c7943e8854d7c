import { columnIndex, columnName } from "../address";
import { customNamesForFile, customNamesFromFile } from "../customNames";

/**
 * Functions younger than the file format, which files write with the prefix `_xlfn.` (and `_xlws.`
 * for those that came with dynamic arrays): without it Excel shows #NAME?.
 * Source: Microsoft, "Issue: An _xlfn. prefix is displayed in front of a formula".
 */
const younger = new Set(
  ("ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR " +
    "BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT " +
    "CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST " +
    "F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV " +
    "GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISO.CEILING ISOMITTED " +
    "ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NETWORKDAYS.INTL NORM.DIST " +
    "NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI " +
    "POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S " +
    "SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE " +
    "VALUETOTEXT VAR.P VAR.S VSTACK WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST").split(" "),
);
const withWorksheetPrefix = new Set(["FILTER", "SORT"]);

/** Texts, quoted sheet names and column specifiers, in which nothing is a reference or a function. */
const literal = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^[\]]*(?:\[[^[\]]*\][^[\]]*)*\]/g;

function outsideLiterals(formula: string, change: (code: string) => string): string {
  let result = "";
  let at = 0;
  for (const match of formula.matchAll(literal)) {
    result += change(formula.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return result + change(formula.slice(at));
}

/** A file's formula as the API has it: an equals sign, and functions without the file's prefixes. */
export function formulaFromFile(text: string): string {
  return `=${outsideLiterals(text, (code) => customNamesFromFile(code.replace(/_xlfn\.|_xlws\.|_xlpm\./g, "")))}`;
}

/** A formula as files write it. The names inside LET and LAMBDA are left as they are. */
export function formulaForFile(formula: string): string {
  const body = formula.startsWith("=") ? formula.slice(1) : formula;
  return outsideLiterals(body, (code) =>
    customNamesForFile(code).replace(/(?<![\p{L}\p{N}_.])([A-Z][A-Z0-9.]*)(?=\()/giu, (name) => {
      const upper = name.toUpperCase();
      return withWorksheetPrefix.has(upper) ? `_xlfn._xlws.${name}` : younger.has(upper) ? `_xlfn.${name}` : name;
    }),
  );
}

const columnAt = (letters: string, by: number) => columnName((columnIndex(letters) + by + 16384) % 16384);
const rowAt = (digits: string, by: number) => String(((Number(digits) - 1 + by + 1048576) % 1048576) + 1);

/** A shared formula's text for another cell of its group: relative references moved. */
export function shiftedFormula(text: string, rows: number, columns: number): string {
  return outsideLiterals(text, (code) =>
    code
      .replace(/(?<![\p{L}\p{N}_.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(])/giu, (_, fixedColumn: string, letters: string, fixedRow: string, digits: string) => {
        return `${fixedColumn}${fixedColumn ? letters : columnAt(letters, columns)}${fixedRow}${fixedRow ? digits : rowAt(digits, rows)}`;
      })
      .replace(/(?<![\p{L}\p{N}_.$])(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\p{L}\p{N}_.($])/giu, (_, a: string, from: string, b: string, to: string) => {
        const moved = (fixed: string, letters: string) => `${fixed}${fixed ? letters : columnAt(letters, columns)}`;
        return `${moved(a, from)}:${moved(b, to)}`;
      })
      .replace(/(?<![\p{L}\p{N}_.$])(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\p{L}\p{N}_.(])/gu, (_, a: string, from: string, b: string, to: string) => {
        const moved = (fixed: string, digits: string) => `${fixed}${fixed ? digits : rowAt(digits, rows)}`;
        return `${moved(a, from)}:${moved(b, to)}`;
      }),
  );
}
