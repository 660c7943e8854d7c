/** Why a file can't be opened; the message is a Swedish sentence for the user. */
export class XlsxError extends Error {
  override readonly name = "XlsxError";
  constructor(
    /** `notZip`: no workbook at all; `encrypted`: password; `oldFormat`: .xls/.xlsb; `damaged`: parts missing. */
    readonly code: "notZip" | "encrypted" | "oldFormat" | "damaged",
    message: string,
  ) {
    super(message);
  }
}
