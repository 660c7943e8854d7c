/** An error as Excel answers it: the code that an add-in checks, and Microsoft's English sentence. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "HostError";
  }
}

/** An argument that Excel does not take: wrong shape, wrong type, wrong address. */
export function invalidArgument(detail = "The argument is invalid or missing or has an incorrect format."): HostError {
  return new HostError("InvalidArgument", detail);
}

/** An item that is asked for by a name or id that nothing has. */
export function itemNotFound(): HostError {
  return new HostError("ItemNotFound", "The requested resource doesn't exist.");
}

/** A name that is taken. */
export function itemAlreadyExists(): HostError {
  return new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
}

/** A protected sheet or workbook, or one that is open as read-only: Excel says the same of all three. */
export function accessDenied(): HostError {
  return new HostError("AccessDenied", "You cannot perform the requested operation.");
}

/** Something that can't be done here, such as deleting the last visible sheet. */
export function invalidOperation(detail = "The operation attempted is invalid on the object."): HostError {
  return new HostError("InvalidOperation", detail);
}

/** A table over another table, a filter across it, and the like. */
export function unsupportedOperation(detail = "The operation being attempted is not supported."): HostError {
  return new HostError("UnsupportedOperation", detail);
}

/** A member that this host does not have: never silence. `member` is "Range.xyz". */
export function apiNotFound(member: string): HostError {
  return new HostError("ApiNotFound", `ApiNotFound: ${member}`);
}
