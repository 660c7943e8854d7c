import type { EventEntry } from "./events";
import type { Host, Session } from "./host";
import { DEFAULT_SETS, isSupported, requirementSets } from "./requirements";

/** How Office looks to the add-in. */
export interface ClientOptions {
  /** Office.context.displayLanguage. Default "sv-SE". */
  displayLanguage?: string;
  /** Office.context.officeTheme, asked for each time: the user may change it. Default Excel's light one. */
  theme?: () => Partial<Office.OfficeTheme>;
  /** The text of manifest.xml: exactly its requirement sets are claimed. */
  manifest?: string;
  /** Where the client runs. Default "OfficeOnline". */
  platform?: string;
}

type EventHandler = (message: { entries: EventEntry[] }) => void;
type RichApiCallback = (result: unknown) => void;

/** The parts of Microsoft's client that the seam replaces. */
interface ClientWindow {
  OSF: {
    /** Where Office.context comes from; Office's start-up script, which is not loaded here, has it. */
    _OfficeAppFactory?: unknown;
    DDA: {
      RichApi: {
        executeRichApiRequestAsync?: (message: unknown[], callback: RichApiCallback) => void;
        richApiMessageManager?: unknown;
      };
    };
  };
  Office: Record<string, unknown>;
  OfficeExtension: { CommonUtility: { _doApiNotSupportedCheck: boolean } };
}

const LIGHT = { bodyBackgroundColor: "#FFFFFF", bodyForegroundColor: "#262626", controlBackgroundColor: "#F3F2F1", controlForegroundColor: "#262626", isDarkTheme: false };

/** Office's numbering, as Office.HostType and Office.PlatformType have it. */
const HOST_TYPES = { Word: "Word", Excel: "Excel", PowerPoint: "PowerPoint", Outlook: "Outlook", OneNote: "OneNote", Project: "Project", Access: "Access" };
const PLATFORM_TYPES = { PC: "PC", OfficeOnline: "OfficeOnline", Mac: "Mac", iOS: "iOS", Android: "Android", Universal: "Universal" };

/** No requirement set of a manifest: the client asks so whether the host can wait for the user to leave a cell. */
const DELAY_FOR_CELL_EDIT = "DelayForCellEdit";

/** Puts the host behind a client that has been evaluated in the window; returns what ends the connection. */
export function connectSeam(window: unknown, host: Host, options: ClientOptions = {}): Session {
  const client = window as ClientWindow;
  const handlers = new Set<EventHandler>();
  const selectionHandlers = new Set<() => void>();
  const session = host.connect((entries) => {
    for (const handler of handlers) handler({ entries });
    if (entries.some(({ messageType }) => messageType === 14)) for (const handler of selectionHandlers) handler();
  });
  const { RichApi } = client.OSF.DDA;
  RichApi.executeRichApiRequestAsync = (message, callback) => {
    session.execute(String(message[4]), Number(message[6])).then(
      (answer) =>
        callback(
          answer.status === "succeeded"
            ? { status: "succeeded", value: { data: [200, null, answer.body] } }
            : { status: "failed", error: { code: answer.code, message: answer.message } },
        ),
      (error: unknown) => callback({ status: "failed", error: { code: 5001, message: `The host broke down: ${String(error)}` } }),
    );
  };
  RichApi.richApiMessageManager = {
    register: (handler: EventHandler) => {
      handlers.add(handler);
      return Promise.resolve();
    },
    removeHandlerAsync: (_type: string, { handler }: { handler: EventHandler }, callback?: RichApiCallback) => {
      handlers.delete(handler);
      callback?.({ status: "succeeded" });
    },
  };
  // The client turns its check of requirement sets on in a subclass, where the check does not look.
  client.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  const { platform = "OfficeOnline" } = options;
  const context = officeContext(options, platform, selectionHandlers);
  client.OSF._OfficeAppFactory = { getContext: () => context, getHostInfo: () => ({ hostType: "excel", hostPlatform: "web" }) };
  const ready = { host: "Excel", platform };
  Object.assign(client.Office, {
    HostType: HOST_TYPES,
    PlatformType: PLATFORM_TYPES,
    onReady: (callback?: (info: typeof ready) => unknown) => Promise.resolve(ready).then(async (info) => (await callback?.(info), info)),
  });
  return session;
}

/** Office.context, as Office's start-up would have filled it in. */
function officeContext(options: ClientOptions, platform: string, selectionHandlers: Set<() => void>): object {
  const { displayLanguage = "sv-SE", theme, manifest } = options;
  const sets = manifest === undefined ? DEFAULT_SETS : requirementSets(manifest);
  const succeed = (callback?: RichApiCallback) => callback?.({ status: "succeeded" });
  return {
    displayLanguage,
    contentLanguage: displayLanguage,
    host: "Excel",
    platform,
    diagnostics: { host: "Excel", platform, version: "16.0.0.0" },
    get officeTheme() {
      return { ...LIGHT, ...theme?.() };
    },
    requirements: { isSetSupported: (name: string, version?: string | number) => name === DELAY_FOR_CELL_EDIT || isSupported(sets, name, version) },
    document: {
      addHandlerAsync: (_type: string, handler: () => void, ...rest: unknown[]) => {
        selectionHandlers.add(handler);
        succeed(rest.at(-1) as RichApiCallback | undefined);
      },
      removeHandlerAsync: (_type: string, { handler }: { handler: () => void }, callback?: RichApiCallback) => {
        selectionHandlers.delete(handler);
        succeed(callback);
      },
    },
  };
}
