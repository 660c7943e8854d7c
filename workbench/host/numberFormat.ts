import type { CellValue } from "./model";

/** How a Swedish Excel writes numbers. */
const DECIMAL = ",";
const THOUSANDS = "\u00a0";
const MINUS = "-";
const MONTHS = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];
const WEEKDAYS = ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"];
const DAY = 86_400_000;

/** A number format's pieces: quoted text, escaped characters, fill and width marks, conditions, digits, letters. */
const PIECES = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM\/PM|E[+-]0+|[0#?]+(?:,[0#?]+)*|\.[0#?]*|y+|m+|d+|h+|s+|General|./gi;

/** General: up to eleven characters, without trailing zeros. */
function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  const magnitude = Math.abs(value);
  if (magnitude >= 1e11 || magnitude < 1e-6) {
    const [mantissa = "", exponent = "0"] = value.toExponential(5).split("e");
    const power = Number(exponent);
    return `${mantissa.replace(/\.?0+$/, "")}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`.replace(".", DECIMAL);
  }
  const whole = Math.trunc(magnitude).toString().length;
  return String(Number(value.toFixed(Math.max(0, 10 - whole)))).replace(".", DECIMAL);
}

/** Half away from zero on the decimal text that the double shows, as Excel rounds what it displays. */
function rounded(value: number, decimals: number): string {
  const shifted = Number(`${value}e${decimals}`);
  if (!Number.isFinite(shifted) || Math.abs(shifted) >= 1e21) return value.toFixed(decimals);
  const units = Math.floor(shifted + 0.5 + Number.EPSILON * Math.abs(shifted));
  const digits = units.toString().padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, THOUSANDS);
}

function isDate(section: string): boolean {
  const bare = section.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").replace(/General/gi, "");
  return /[ymdhs]/i.test(bare);
}

/** A serial number's date and time, to the second. */
function dateOf(serial: number): Date {
  const days = serial >= 61 ? serial - 25569 : serial - 25568;
  return new Date(Math.round(days * DAY / 1000) * 1000);
}

function datePiece(piece: string, date: Date, afterHour: boolean): string {
  const letter = (piece[0] ?? "").toLowerCase();
  const pad = (value: number) => String(value).padStart(Math.min(piece.length, 2), "0");
  if (letter === "y") return piece.length > 2 ? String(date.getUTCFullYear()) : String(date.getUTCFullYear() % 100).padStart(2, "0");
  if (letter === "h") return pad(date.getUTCHours());
  if (letter === "s") return pad(date.getUTCSeconds());
  if (letter === "d") {
    const weekday = WEEKDAYS[date.getUTCDay()] ?? "";
    return piece.length > 3 ? weekday : piece.length === 3 ? weekday.slice(0, 3) : pad(date.getUTCDate());
  }
  if (afterHour) return pad(date.getUTCMinutes());
  const month = MONTHS[date.getUTCMonth()] ?? "";
  return piece.length > 3 ? month : piece.length === 3 ? month.slice(0, 3) : pad(date.getUTCMonth() + 1);
}

function literal(piece: string): string | undefined {
  if (piece.startsWith('"')) return piece.slice(1, -1);
  if (piece.startsWith("\\")) return piece.slice(1);
  if (piece.startsWith("_")) return " ";
  if (piece.startsWith("*")) return "";
  if (piece.startsWith("[")) return /^\[\$([^\-\]]*)/.exec(piece)?.[1] ?? "";
  return undefined;
}

function dateText(serial: number, section: string): string {
  const date = dateOf(serial);
  const pieces = section.match(PIECES) ?? [];
  let sawHour = false;
  return pieces
    .map((piece, index) => {
      const fixed = literal(piece);
      if (fixed !== undefined) return fixed;
      if (!/^[ymdhs]+$/i.test(piece)) return piece;
      const beforeSeconds = /^s/i.test(pieces[index + 2] ?? "");
      const text = datePiece(piece, date, /^m/i.test(piece) && (sawHour || beforeSeconds));
      sawHour = /^h/i.test(piece) || (sawHour && !/^m/i.test(piece));
      return text;
    })
    .join("");
}

/** Fills the digit places before the decimal mark: as many zeros as the format asks for. */
function wholeDigits(digits: string, places: string): string {
  const zeros = (places.match(/0/g) ?? []).length;
  const shown = digits === "0" && zeros === 0 ? "" : digits.padStart(zeros, "0");
  return places.includes(",") ? grouped(shown) : shown;
}

function numberText(value: number, section: string): string {
  const pieces = section.match(PIECES) ?? [];
  const isPlace = (piece: string) => /^[0#?]/.test(piece);
  if (!pieces.some((piece) => isPlace(piece) || /^general$/i.test(piece))) return pieces.map((piece) => literal(piece) ?? piece).join("");
  const percent = pieces.filter((piece) => piece === "%").length;
  const last = pieces.findLastIndex((piece) => isPlace(piece) || piece.startsWith("."));
  let scale = 0;
  while (pieces[last + 1 + scale] === ",") scale++;
  const fraction = pieces.find((piece) => piece.startsWith("."))?.slice(1) ?? "";
  const text = rounded(Math.abs(value) * 100 ** percent / 1000 ** scale, fraction.length);
  const [whole = "0", decimals = ""] = text.split(".");
  const optional = fraction.length - fraction.replace(/#+$/, "").length;
  const kept = decimals.replace(new RegExp(`0{0,${optional}}$`), "");
  let placed = false;
  return pieces
    .map((piece, index) => {
      const fixed = literal(piece);
      if (fixed !== undefined) return fixed;
      if (/^general$/i.test(piece)) return general(Math.abs(value));
      if (piece.startsWith(".")) return (kept === "" ? "" : DECIMAL) + kept;
      if (isPlace(piece)) {
        if (placed) return "";
        placed = true;
        return wholeDigits(whole, piece);
      }
      return piece === "," && index > last ? "" : piece;
    })
    .join("");
}

/**
 * What a cell shows, as a Swedish Excel writes it: decimal comma, thousands apart by a no-break space.
 * @param format a number format in its American form ("#,##0.00;[Red]-#,##0.00;\"–\";@")
 */
export function displayText(value: CellValue, format = "General"): string {
  if (typeof value === "boolean") return value ? "SANT" : "FALSKT";
  const sections = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  if (typeof value === "string") {
    const text = sections[3] ?? (sections[0]?.includes("@") ? sections[0] : "@");
    return (text.match(PIECES) ?? []).map((piece) => (piece === "@" ? value : (literal(piece) ?? piece))).join("");
  }
  const first = sections[0] ?? "General";
  if (/^general$/i.test(first) || first === "@" || first === "") return general(value);
  const negative = value < 0;
  const section = value === 0 ? (sections[2] ?? first) : negative ? (sections[1] ?? first) : first;
  if (isDate(section)) return value < 0 ? "########" : dateText(value, section);
  const shown = numberText(value, section);
  return negative && sections[1] === undefined && /[1-9]/.test(shown) ? MINUS + shown : shown;
}
