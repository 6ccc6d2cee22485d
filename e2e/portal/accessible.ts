import { expect } from '@jest/globals';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * Run on the document alone, since no page has a frame: axe's package for browsers opens an empty page each time, and costs four times the work.
 * The one rule that would read all style sheets beforehand is not among those that are on.
 */
const VIOLATIONS = `axe.run(document, { resultTypes: ['violations'], preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]))`;

/** Waits until the page is itself: it has its heading, nothing is still loading or sliding in. */
export async function settled(page: Page): Promise<void> {
  // By its element: under an open dialog the heading has no role.
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => {
    const isMoving = document.getAnimations().some(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().iterations !== Infinity);
    return !isMoving && document.querySelector('.tn-skeleton') === null;
  });
}

/** Fails on anything axe finds on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  // What stands in a frame would not be looked at.
  expect(page.frames()).toHaveLength(1);
  // Half a megabyte, and still there where the page only changed.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const violations = await page.evaluate<[rule: string, elements: string[]][]>(VIOLATIONS);
  expect(violations.map(([rule, elements]) => [new URL(page.url()).pathname, rule, elements])).toEqual([]);
}
