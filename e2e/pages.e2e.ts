import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { DESKTOP, openBrowser, PHONE } from './platform/browser.js';
import { expectAccessible, settled } from './portal/accessible.js';
import { asVisitor, type Guide } from './portal/as-visitor.js';
import { lookAtPages, VISITORS } from './portal/look-at-pages.js';
import { portalRoutes } from './portal/routes.js';
import { LOOKED_AT_DAILY, prepareTour, VISITS } from './portal/visits.js';

let guide: Guide;
beforeAll(async () => {
  const browser = await openBrowser();
  guide = { browser, tour: await prepareTour() };
});
afterAll(() => guide.browser.close());

it('no page of the portal is left out', () => {
  expect(Object.keys(VISITS).sort()).toEqual(portalRoutes());
});

it.each(Object.entries(LOOKED_AT_DAILY))('%s is opened and put under axe by the journey %s', (route, journey) => {
  const text = readFileSync(new URL(journey.includes('/') ? `${journey}.ts` : `${journey}.e2e.ts`, import.meta.url), 'utf8');
  expect(text).toContain('await expectAccessible(');
  expect(text).toContain(route.replace(/\[\w+\]/, ''));
});

// Each other page once, by turns in one and the other; pages.slow.e2e.ts looks at all of them in each language and on each screen.
describe.each([['zh-CN', DESKTOP, 'even'], ['en', PHONE, 'odd']] as const)('in %s', (language, viewport, share) => {
  it.each(VISITORS)('the pages that %s sees are accessible', (visitor) => lookAtPages(guide, { visitor, language, viewport, share }));
});

it('a machine of another company is not there, in words', async () => {
  await asVisitor(guide, 'developer', 'en', async (page, t) => {
    await page.goto(`/machines/${guide.tour.ids.machine}`);
    await page.getByRole('heading', { name: t('machines.noSuch.title') }).waitFor();
    await settled(page);
    await expectAccessible(page);
  });
});
