import { createHost, loadClient, type Client, type ClientOptions, type Host, type HostOptions, type Workbook } from "../../workbench/host";

/** A host with Microsoft's client on it, and the first sheet at hand. */
export interface Opened {
  host: Host;
  client: Client;
  run<T>(batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>): Promise<T>;
}

/** The host's own tests use more of Excel than the add-in asks for. */
const MANIFEST = '<Requirements><Sets><Set Name="ExcelApi" MinVersion="1.12"/><Set Name="SharedRuntime" MinVersion="1.1"/></Sets></Requirements>';

/** Opens a workbook (an empty one with Blad1, unless given) in Excel's client. */
export function open(options: ClientOptions & HostOptions & { workbook?: Workbook } = {}): Opened {
  const host = createHost(options.workbook, options);
  const client = loadClient(host, { manifest: MANIFEST, ...options });
  return {
    host,
    client,
    run: (batch) => client.Excel.run((context) => batch(context, context.workbook.worksheets.getItem("Blad1"))),
  };
}

/** Lets the host deliver its events. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
