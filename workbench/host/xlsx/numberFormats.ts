/** The formats that files name by number only (ECMA-376 18.8.30), as Excel's API shows them in English. */
const builtIn = new Map<number, string>([
  [0, "General"], [1, "0"], [2, "0.00"], [3, "#,##0"], [4, "#,##0.00"], [9, "0%"], [10, "0.00%"], [11, "0.00E+00"],
  [12, "# ?/?"], [13, "# ??/??"], [14, "m/d/yyyy"], [15, "d-mmm-yy"], [16, "d-mmm"], [17, "mmm-yy"], [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"], [20, "h:mm"], [21, "h:mm:ss"], [22, "m/d/yyyy h:mm"], [37, "#,##0 ;(#,##0)"], [38, "#,##0 ;[Red](#,##0)"],
  [39, "#,##0.00;(#,##0.00)"], [40, "#,##0.00;[Red](#,##0.00)"], [45, "mm:ss"], [46, "[h]:mm:ss"], [47, "mmss.0"], [48, "##0.0E+0"], [49, "@"],
]);
const numbers = new Map([...builtIn].map(([id, code]) => [code, id]));

/** A format by its number; undefined when the file itself defines it. */
export function builtInFormat(id: number): string | undefined {
  return builtIn.get(id);
}

/** The number of a built-in format. */
export function builtInNumber(code: string): number | undefined {
  return numbers.get(code);
}

/** Is a number in this format shown as a date or a time? */
export function isDateFormat(code: string): boolean {
  const plain = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  return plain !== "General" && /[ymdhs]/i.test(plain);
}
