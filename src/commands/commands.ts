import type { Effects } from "../taskpane/effects";

/** What the ribbon's buttons do, by the names that the manifest calls them; the pane tells how it went. */
const commands: Record<string, (effects: Effects) => Promise<void>> = {
  createTemplate: (effects) => effects.createTemplate(),
  writePlan: (effects) => effects.write(),
  refresh: (effects) => effects.read(),
};

/** Makes the ribbon's buttons work. What they need is loaded at the first press. */
export function associateCommands(): void {
  for (const [name, command] of Object.entries(commands)) {
    Office.actions.associate(name, async (event: Office.AddinCommands.Event) => {
      try {
        const { effects } = await import("../taskpane/session");
        await Promise.all([Office.addin.showAsTaskpane(), command(effects)]);
      } finally {
        event.completed();
      }
    });
  }
}
