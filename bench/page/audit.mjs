// @ts-check
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { environment } from '../../packages/tooling/src/cli/env.mjs';

// Installed beside this file by main.mjs, and looked up by hand: whoever checks types has no Lighthouse.
const require = createRequire(import.meta.url);
const SYSTEM = '/usr/bin/chromium';

/**
 * @param {{ url: string, cookie: string }} page
 * @returns {Promise<{ score: number, largestPaintMs: number, layoutShift: number, blockedMs: number, scriptKb: number }>}
 */
export async function audit({ url, cookie }) {
  const { default: lighthouse, desktopConfig } = await import(require.resolve('lighthouse'));
  const { default: playwright } = await import(require.resolve('playwright-core'));
  const { default: bundled } = await import(require.resolve('@sparticuz/chromium'));
  const port = 9_222 + (process.pid % 1_000);
  const executablePath = existsSync(SYSTEM) ? SYSTEM : await bundled.executablePath();
  // Without a language of its own a bare machine's browser says en-US@posix, which is none, and the chart would not be drawn at all.
  const browser = await playwright.chromium.launch({ executablePath, args: [`--remote-debugging-port=${port}`, '--no-sandbox', '--disable-gpu', '--disable-background-networking'], env: { ...environment(), LANGUAGE: 'en_US' } });
  try {
    const { lhr } = await lighthouse(url, { port, onlyCategories: ['performance'], extraHeaders: cookie ? { Cookie: cookie } : {}, logLevel: 'error' }, desktopConfig);
    return {
      score: Math.round((lhr.categories.performance.score ?? 0) * 100),
      largestPaintMs: lhr.audits['largest-contentful-paint'].numericValue,
      layoutShift: lhr.audits['cumulative-layout-shift'].numericValue,
      blockedMs: lhr.audits['total-blocking-time'].numericValue,
      scriptKb: scriptBytes(lhr.audits) / 1_000,
    };
  } finally {
    await browser.close();
  }
}

/**
 * Lighthouse sums scripts up where that audit ran; else they are summed here.
 * @param {Record<string, { details?: { items?: { resourceType: string, transferSize: number }[] } }>} audits
 */
function scriptBytes(audits) {
  const summed = audits['resource-summary']?.details?.items?.find((item) => item.resourceType === 'script');
  if (summed) return summed.transferSize;
  const requests = audits['network-requests']?.details?.items ?? [];
  return requests.filter((each) => each.resourceType === 'Script').reduce((sum, each) => sum + each.transferSize, 0);
}
