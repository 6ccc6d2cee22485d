// @ts-check
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { browserProgram, unpackBrowser } from '../../e2e/platform/unpacked-browser.mjs';

const VIEWPORT = { width: 1_280, height: 800 };
/** Rows of the list's first page. */
const ROWS = 50;
const ROUNDS = 7;

/** @typedef {import('../page/frames.mjs').Page} Page */

/** @param {Page} page @param {number} count */
const rows = (page, count) => page.locator('tbody tr').nth(count - 1).waitFor();

/** The page as it is opened. @param {Page} page */
async function opened(page) {
  await page.goto('/machines');
  await Promise.all([rows(page, ROWS), page.getByRole('treeitem').nth(4).waitFor()]);
}

/** What somebody does on the page, each ending when what was asked for is to be seen. @type {readonly { name: string, act: (page: Page) => Promise<unknown> }[]} */
const ACTS = [
  {
    name: 'one site of 2,500 chosen in the tree',
    act: async (page) => {
      await page.getByRole('treeitem').nth(1).click();
      await page.getByText(/^2,[45]\d\d found/).waitFor();
      await rows(page, ROWS);
    },
  },
  {
    name: 'ten machines found by a part of their names',
    act: async (page) => {
      await page.getByPlaceholder('Find by name').first().fill('machine 00432');
      await page.getByText(/^10 found/).waitFor();
    },
  },
];
const OPENED = 'the page opened, with 50 machines and the tree';

/**
 * How long the machines' page takes in a real browser, from the press until it is there; the whole of it, api and portal included. Nothing where the browser of the
 * journeys is not installed.
 * @param {{ url: string, cookie: string }} portal
 * @returns {Promise<{ name: string, p50Ms: number, worstMs: number }[] | null>}
 */
export async function measurePage({ url, cookie }) {
  const journeys = createRequire(new URL('../../e2e/package.json', import.meta.url));
  const playwright = await import(journeys.resolve('playwright-core')).catch(() => null);
  if (playwright) await unpackBrowser().catch(() => undefined);
  if (!playwright || !existsSync(browserProgram())) return null;
  const browser = await playwright.default.chromium.launch({ executablePath: browserProgram(), args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  /** @type {Map<string, number[]>} */
  const taken = new Map([OPENED, ...ACTS.map(({ name }) => name)].map((name) => [name, []]));
  try {
    const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en', baseURL: url, reducedMotion: 'reduce' });
    await context.addCookies(cookie.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url })));
    const page = await context.newPage();
    const timed = async (/** @type {string} */ name, /** @type {() => Promise<unknown>} */ act) => {
      const startedMs = performance.now();
      await act();
      taken.get(name)?.push(performance.now() - startedMs);
    };
    // For what is compiled, and kept by a browser that was here before.
    for (const { act } of ACTS) await opened(page).then(() => act(page));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { name, act } of ACTS) {
        await timed(OPENED, () => opened(page));
        await timed(name, () => act(page));
      }
    }
  } finally {
    await browser.close();
  }
  return [...taken].map(([name, times]) => ({ name, p50Ms: times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN, worstMs: times.at(-1) ?? NaN }));
}
