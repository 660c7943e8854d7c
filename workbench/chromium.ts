import { chromium, type Browser } from "playwright-core";

/**
 * What the browser does without: what playwright-core turns off itself (the switch can be given only once), and what
 * Chromium starts beside each page of ours: pages of its own for its address bar, which nobody sees, and a process at
 * hand for the next site. They take as long as ours, on two cores from ours.
 */
const OFF = [
  ...["AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable"],
  ...["LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect"],
  ...["OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch"],
  ...["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "SpareRendererForSitePerProcess"],
];

/** Starts the system's Chromium, for the browser tests, the screenshots and the measurements. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", `--disable-features=${OFF.join(",")}`] });
}
