import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { wordsOf, type Words } from './platform/words.js';
import { expectAccessible, settled } from './portal/accessible.js';
import { press } from './portal/entering.js';
import { openTab } from './portal/machines.js';
import { portalRoutes } from './portal/routes.js';
import { prepareTour, VISITS, windowOf, type Visitor } from './portal/visits.js';

let browser: Browser;
let tour: Awaited<ReturnType<typeof prepareTour>>;
beforeAll(async () => {
  browser = await openBrowser();
  tour = await prepareTour();
});
afterAll(() => browser.close());

/** Does something in a window of somebody's; afterwards no script of the page may have failed. */
async function as(visitor: Visitor, language: Language, work: (page: Page, t: Words) => Promise<void>, viewport = DESKTOP): Promise<void> {
  const { page, context, faults } = await windowOf(browser, language, visitor === 'nobody' ? null : tour.accountOf[visitor], viewport);
  try {
    await work(page, wordsOf(language));
    expect(faults).toEqual([]);
  } catch (failure) {
    await picture(page, `failed-pages-${language}-${visitor}`);
    throw failure;
  } finally {
    await context.close();
  }
}

const LANGUAGES = ['zh-CN', 'en'] as const;
const pathsOf = (visitor: Visitor): string[] => Object.values(VISITS).filter((visit) => visit.as === visitor).map((visit) => visit.path(tour.ids));

it('no page of the portal is left out', () => {
  expect(Object.keys(VISITS).sort()).toEqual(portalRoutes());
});

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(['nobody', 'member', 'developer', 'staff'] as const)('every page that %s sees is accessible', async (visitor) => {
    await as(visitor, language, async (page) => {
      for (const path of pathsOf(visitor)) {
        await page.goto(path);
        expect(await page.getAttribute('html', 'lang')).toBe(language);
        await expectAccessible(page);
        await picture(page, `page-${language}${new URL(page.url()).pathname.replaceAll('/', '-').slice(0, 40)}`);
      }
      await page.goto('/there-is-no-such-page');
      await expectAccessible(page);
    });
  });

  it('each part of a machine, each dialog and each menu is accessible', async () => {
    await as('member', language, async (page, t) => {
      await page.goto(`/machines/${tour.ids.machine}`);
      for (const tab of ['points', 'metrics', 'connection', 'overview'] as const) {
        await openTab(page, t, tab);
        await expectAccessible(page);
      }
      await press(page, t('machines.actionsShort'));
      await page.getByRole('menu').waitFor();
      await expectAccessible(page);
      await page.getByRole('menuitem', { name: t('machines.delete.action') }).click();
      await page.getByRole('alertdialog').waitFor();
      await expectAccessible(page);
      await page.goto(`/apps/${tour.ids.subscription}`);
      await page.getByRole('main').getByRole('button', { name: t('apps.moreActions'), exact: true }).click();
      await page.getByRole('menuitem', { name: t('apps.unsubscribe.action') }).click();
      await page.getByRole('alertdialog').waitFor();
      await expectAccessible(page);
    });
    await as('developer', language, async (page, t) => {
      await page.goto('/store/energy-carbon');
      await press(page, t('store.app.subscribe'));
      await page.getByRole('dialog').waitFor();
      await expectAccessible(page);
    });
  });

  it('a token is exchanged in accessible dialogs', async () => {
    await as('developer', language, async (page, t) => {
      await page.goto('/machines/new');
      await page.getByLabel(t('machines.new.name'), { exact: true }).fill('1#');
      await press(page, t('machines.new.create'));
      await page.getByText(t('machines.connect.waiting')).waitFor();
      await expectAccessible(page);
      await page.goto('/machines');
      await page.locator('main').getByRole('link', { name: '1#', exact: true }).first().click();
      await page.waitForURL(/\/machines\/(?!new)[^/]+$/);
      await press(page, t('machines.token.rotate'));
      await page.getByRole('alertdialog').waitFor();
      await expectAccessible(page);
      await page.getByRole('alertdialog').getByRole('button', { name: t('machines.token.rotate'), exact: true }).click();
      await page.getByRole('figure', { name: t('machines.token.newLabel'), exact: true }).waitFor();
      await expectAccessible(page);
    });
  });
});

describe.each(['dark', 'contrast', 'contrast-dark'])('in the colours %s', (theme) => {
  it.each([['desktop', DESKTOP], ['phone', PHONE]] as const)('pages keep their contrast on a %s', async (device, viewport) => {
    await as('member', 'zh-CN', async (page) => {
      await page.goto('/settings');
      await page.locator(`input[name="theme"][value="${theme}"]`).check();
      for (const route of ['/settings', '/home', '/machines/[id]', '/apps/[id]', '/apps/[id]/setup', '/store/[slug]'] as const) {
        await page.goto(VISITS[route]!.path(tour.ids));
        expect(await page.getAttribute('html', 'data-theme')).toBe(theme);
        await expectAccessible(page);
        await picture(page, `theme-${theme}-${device}${route.replaceAll('/', '-')}`);
      }
    }, viewport);
  });
});

it('a machine of another company is not there, in words', async () => {
  await as('developer', 'en', async (page, t) => {
    await page.goto(`/machines/${tour.ids.machine}`);
    await page.getByRole('heading', { name: t('machines.noSuch.title') }).waitFor();
    await settled(page);
    await expectAccessible(page);
  });
});
