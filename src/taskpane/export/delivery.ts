import type { CopiedContent, MadeFile } from "./exportJob";

/** The ways out of the pane: to the user's downloads, and to the clipboard. */
export interface Delivery {
  /** Hands a file to the browser, which does not tell whether it arrives. Throws when the browser refuses at once. */
  download(file: MadeFile): void;
  /** Throws when neither way to the clipboard is open. */
  copy(content: CopiedContent): Promise<void>;
}

/** So long the browser may take to fetch the file from the page's memory. */
const fetchTime = 60_000;

/** The browser that the pane runs in. */
export const browserDelivery: Delivery = {
  download({ name, type, bytes }) {
    const address = URL.createObjectURL(new Blob([bytes], { type }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), fetchTime);
  },
  async copy(content) {
    // Excel's frame may not let the pane use the clipboard itself, and the browser goes through all of the HTML while the
    // page waits: half a second for a large annex. A copying event does without both.
    if (copyByEvent(content)) return;
    const types = { "text/plain": content.text, ...(content.html === undefined ? {} : { "text/html": content.html }) };
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(Object.entries(types).map(([type, text]) => [type, new Blob([text], { type })])))]);
  },
};

function copyByEvent({ html, text }: CopiedContent): boolean {
  let taken = false;
  const fill = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", text);
    if (html !== undefined) event.clipboardData.setData("text/html", html);
    taken = true;
  };
  document.addEventListener("copy", fill);
  try {
    return document.execCommand("copy") && taken;
  } finally {
    document.removeEventListener("copy", fill);
  }
}
