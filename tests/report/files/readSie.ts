/** A row of a SIE file: its label, its fields as text, and the object lists among them as lists. */
export interface SieRow {
  label: string;
  fields: (string | string[])[];
}

/**
 * Reads SIE 4 as its grammar is published (SIE filformat 4B, section 5), with nothing from the writer: rows that end with
 * CRLF; fields parted by spaces or tabs; a field in quotation marks may hold anything but control characters, and a
 * quotation mark after a backslash; an object list in braces.
 */
export function readSie(text: string): SieRow[] {
  if (!text.endsWith("\r\n")) throw new Error("The last row does not end.");
  return text
    .slice(0, -2)
    .split("\r\n")
    .map((line) => {
      if (/[\x00-\x08\x0a-\x1f\x7f]/.test(line)) throw new Error(`A control character in ${JSON.stringify(line)}`);
      const [label, ...fields] = fieldsOf(line, { at: 0 }, false);
      if (typeof label !== "string" || !/^#[A-Z]+$/.test(label)) throw new Error(`No label: ${line}`);
      return { label, fields };
    });
}

function fieldsOf(line: string, place: { at: number }, inList: boolean): (string | string[])[] {
  const fields: (string | string[])[] = [];
  for (;;) {
    while (line[place.at] === " " || line[place.at] === "\t") place.at++;
    const next = line[place.at];
    if (next === undefined || (inList && next === "}")) {
      if (inList && next === undefined) throw new Error(`An object list that does not end: ${line}`);
      place.at++;
      return fields;
    }
    if (next === "{" && !inList) {
      place.at++;
      fields.push(fieldsOf(line, place, true) as string[]);
    } else fields.push(next === '"' ? quotedField(line, place) : bareField(line, place));
  }
}

function quotedField(line: string, place: { at: number }): string {
  let text = "";
  for (place.at++; line[place.at] !== '"'; place.at++) {
    if (line[place.at] === undefined) throw new Error(`A quotation that does not end: ${line}`);
    if (line[place.at] === "\\" && line[place.at + 1] === '"') place.at++;
    text += line[place.at]!;
  }
  place.at++;
  return text;
}

function bareField(line: string, place: { at: number }): string {
  const [text] = /^[^\s"{}]+/.exec(line.slice(place.at)) ?? [];
  if (text === undefined) throw new Error(`No field at ${place.at}: ${line}`);
  place.at += text.length;
  return text;
}
