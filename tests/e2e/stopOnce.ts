/** Stops the workbench that the tests have started. */
export default async function stopOnce(): Promise<void> {
  await globalThis.startedWorkbench?.stop();
}
