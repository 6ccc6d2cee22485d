import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

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
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [new URL(page.url()).pathname, id, nodes.map((node) => node.html.slice(0, 200))])).toEqual([]);
}
