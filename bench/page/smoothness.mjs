// @ts-check
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { framesWhile } from './frames.mjs';
import { holdPoints } from './hold-points.mjs';

const require = createRequire(import.meta.url);
const SYSTEM = '/usr/bin/chromium';
const VIEWPORT = { width: 1_280, height: 800 };
const PAN_STEPS = 120;
const ZOOM_STEPS = 20;
/** Some five messages of a simulated machine. */
const LIVE_MS = 25_000;
/** In one line: what the design promises to carry. */
const MANY_POINTS = 100_000;

/** @typedef {import('./frames.mjs').Page} Page */

/** @param {Page} page */
async function middleOf(page) {
  const box = await page.locator('.u-over').first().boundingBox();
  if (!box) throw new Error('The machine’s page shows no chart.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width };
}

/** Takes hold of the chart and moves it to and fro, as a hand does with Shift held. */
async function pan(/** @type {Page} */ page) {
  const { x, y, width } = await middleOf(page);
  await page.keyboard.down('Shift');
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= PAN_STEPS; step += 1) await page.mouse.move(x + (width / 3) * Math.sin((step / PAN_STEPS) * 2 * Math.PI), y);
  await page.mouse.up();
  await page.keyboard.up('Shift');
}

/** Turns the wheel with Ctrl held, in and out again; the page asks anew for each range on the way. */
async function zoom(/** @type {Page} */ page) {
  const { x, y } = await middleOf(page);
  await page.mouse.move(x, y);
  await page.keyboard.down('Control');
  for (let step = 0; step < ZOOM_STEPS; step += 1) await page.mouse.wheel(0, step < ZOOM_STEPS / 2 ? -120 : 120);
  await page.keyboard.up('Control');
}

/** @type {readonly { name: string, range: string, act: (page: Page) => Promise<unknown>, points?: number }[]} */
const GESTURES = [
  { name: 'pan an hour', range: '1h', act: pan },
  { name: 'pan a day', range: '24h', act: pan },
  { name: 'pan a year', range: '12M', act: pan },
  { name: 'zoom a year', range: '12M', act: zoom },
  { name: 'live values arrive', range: '1h', act: (page) => page.waitForTimeout(LIVE_MS) },
  { name: `pan ${MANY_POINTS.toLocaleString('en')} points`, range: '12M&show=power_kw', act: pan, points: MANY_POINTS },
];

/**
 * How smoothly a machine's chart moves under the hand, and while values arrive.
 * @param {{ url: string, account: { email: string, password: string } }} page The machine’s, and who looks at it.
 * @returns {AsyncGenerator<{ name: string } & Awaited<ReturnType<typeof framesWhile>>>}
 */
export async function* smoothness({ url, account }) {
  const { default: playwright } = await import(require.resolve('playwright-core'));
  const { default: bundled } = await import(require.resolve('@sparticuz/chromium'));
  const browser = await playwright.chromium.launch({ executablePath: existsSync(SYSTEM) ? SYSTEM : await bundled.executablePath(), args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  try {
    for (const { name, range, act, points } of GESTURES) {
      const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en' });
      await context.request.post(new URL('/api/auth/sign-in', url).href, { data: account });
      const page = await context.newPage();
      if (points) await holdPoints(page, points);
      await page.goto(`${url}?range=${range}`);
      await page.locator('.u-over').first().waitFor();
      await page.waitForLoadState('networkidle');
      yield { name, ...(await framesWhile(page, () => act(page))) };
      await context.close();
    }
  } finally {
    await browser.close();
  }
}
