/** What a ribbon button calls: the add-in's function, told to say when it is done. */
type Command = (event: { completed(): void }) => void;

/** What the add-in has registered at start: its ribbon commands and its functions in cells. */
export interface Associations {
  commands: Map<string, Command>;
  functions: Map<string, (...args: unknown[]) => unknown>;
}

/** The parts of a window with Office's client that are filled in here. */
interface OfficeWindow {
  Office: { actions?: object; addin?: object };
  CustomFunctions?: object;
}

/** An error of a custom function, as the runtime defines it. */
class CustomFunctionError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

const ERROR_CODES = { divisionByZero: "#DIV/0!", invalidName: "#NAME?", invalidNumber: "#NUM!", invalidReference: "#REF!", invalidValue: "#VALUE!", notAvailable: "#N/A", nullReference: "#NULL!" };

/**
 * What Office's own start-up script defines in a shared runtime, beside Excel's client: where the add-in registers its
 * commands and functions, and how it opens its pane (which here is always open).
 * @param onFunction called when a function in cells has been registered
 */
export function startOffice(paneWindow: Window, onFunction: () => void): Associations {
  const page = paneWindow as unknown as OfficeWindow;
  const associations: Associations = { commands: new Map(), functions: new Map() };
  page.Office.actions = { associate: (name: string, command: Command) => associations.commands.set(name, command) };
  page.Office.addin = { ...page.Office.addin, showAsTaskpane: () => Promise.resolve(), hide: () => Promise.resolve() };
  page.CustomFunctions = {
    associate: (id: string, implementation: (...args: unknown[]) => unknown) => {
      associations.functions.set(id, implementation);
      onFunction();
    },
    Error: CustomFunctionError,
    ErrorCode: ERROR_CODES,
  };
  return associations;
}
