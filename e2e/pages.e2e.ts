import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DESKTOP, openBrowser, PHONE, picture } from './platform/browser.js';
import { expectAccessible, settled } from './portal/accessible.js';
import { asVisitor, type Guide } from './portal/as-visitor.js';
import { portalRoutes } from './portal/routes.js';
import { FACES, prepareTour, VISITS, type Visitor } from './portal/visits.js';

let guide: Guide;
beforeAll(async () => {
  const browser = await openBrowser();
  guide = { browser, tour: await prepareTour() };
});
afterAll(() => guide.browser.close());

const pathsOf = (visitor: Visitor): string[] => [...Object.values(VISITS), ...FACES].filter((visit) => visit.as === visitor).map((visit) => visit.path(guide.tour.ids));

it('no page of the portal is left out', () => {
  expect(Object.keys(VISITS).sort()).toEqual(portalRoutes());
});

describe.each([['zh-CN', DESKTOP], ['en', PHONE]] as const)('in %s', (language, viewport) => {
  it.each(['nobody', 'member', 'developer', 'staff'] as const)('every page that %s sees is accessible', async (visitor) => {
    await asVisitor(guide, visitor, language, async (page) => {
      for (const path of pathsOf(visitor)) {
        await page.goto(path);
        expect(await page.getAttribute('html', 'lang')).toBe(language);
        await expectAccessible(page);
        await picture(page, `page-${language}${path.replaceAll(/\W/g, '-').slice(0, 70)}`);
      }
      await page.goto('/there-is-no-such-page');
      await expectAccessible(page);
    }, viewport);
  });
});

it('a machine of another company is not there, in words', async () => {
  await asVisitor(guide, 'developer', 'en', async (page, t) => {
    await page.goto(`/machines/${guide.tour.ids.machine}`);
    await page.getByRole('heading', { name: t('machines.noSuch.title') }).waitFor();
    await settled(page);
    await expectAccessible(page);
  });
});
