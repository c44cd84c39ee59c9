// Chromium for tests: one for all files of a run (with_chromium.mjs), else one for each.
import { chromium } from 'playwright-core';

const WITHOUT = [
  // The address bar's own page: in every new window it takes as much processor time as the tested one.
  'WebUIOmniboxPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxAimPopup',
  // What Playwright does without: Chromium heeds only the last list.
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'BoundaryEventDispatchTracksNodeRemoval', 'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider', 'GlobalMediaControls', 'HttpsUpgrades', 'LensOverlay', 'MediaRouter', 'OptimizationHints',
  'PaintHolding', 'RenderDocument', 'ThirdPartyStoragePartitioning', 'Translate',
];

export const OPTIONS = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
  args: [
    '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--js-flags=--expose-gc',
    // WebGL by software, and nothing else through it: that takes twice the processor time.
    '--disable-gpu', '--enable-unsafe-swiftshader',
    `--disable-features=${WITHOUT}`,
  ],
};

/** A browser that openChromium() of other processes shares; they find it by this environment. */
export async function startChromium() {
  const server = await chromium.launchServer(OPTIONS);
  return { environment: { SEXTANT_CHROMIUM: server.wsEndpoint() }, close: () => server.close() };
}

/** To be closed; what other processes have in a shared browser stays open. */
export function openChromium() {
  const shared = process.env.SEXTANT_CHROMIUM;
  return shared ? chromium.connect(shared) : chromium.launch(OPTIONS);
}
