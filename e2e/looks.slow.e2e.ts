import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DESKTOP, openBrowser, PHONE, picture } from './platform/browser.js';
import { expectAccessible } from './portal/accessible.js';
import { asVisitor, type Guide } from './portal/as-visitor.js';
import { press } from './portal/entering.js';
import { prepareTour, VISITS } from './portal/visits.js';

let guide: Guide;
beforeAll(async () => {
  const browser = await openBrowser();
  guide = { browser, tour: await prepareTour() };
});
afterAll(() => guide.browser.close());

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  it('each dialog and each menu is accessible', async () => {
    await asVisitor(guide, 'member', language, async (page, t) => {
      await page.goto(`/machines/${guide.tour.ids.machine}`);
      await press(page, t('machines.actionsShort'));
      await page.getByRole('menu').waitFor();
      await expectAccessible(page);
      await page.getByRole('menuitem', { name: t('machines.delete.action') }).click();
      await page.getByRole('alertdialog').waitFor();
      await expectAccessible(page);
      await page.goto(`/apps/${guide.tour.ids.subscription}`);
      await page.getByRole('main').getByRole('button', { name: t('apps.moreActions'), exact: true }).click();
      await page.getByRole('menuitem', { name: t('apps.unsubscribe.action') }).click();
      await page.getByRole('alertdialog').waitFor();
      await expectAccessible(page);
    });
    await asVisitor(guide, 'developer', language, async (page, t) => {
      await page.goto('/store/energy-carbon');
      await press(page, t('store.app.subscribe'));
      await page.getByRole('dialog').waitFor();
      await expectAccessible(page);
    });
  });

  it('a token is exchanged in accessible dialogs', async () => {
    // The two languages are one company, whose machines have names of their own.
    const machine = `1# ${language}`;
    await asVisitor(guide, 'developer', language, async (page, t) => {
      await page.goto('/machines/new');
      await page.getByLabel(t('machines.new.name'), { exact: true }).fill(machine);
      await press(page, t('machines.new.create'));
      await page.getByText(t('machines.connect.waiting')).waitFor();
      await expectAccessible(page);
      await page.goto('/machines');
      await page.locator('main').getByRole('link', { name: machine, exact: true }).first().click();
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
    await asVisitor(guide, 'member', 'zh-CN', async (page) => {
      await page.goto('/settings');
      await page.locator(`input[name="theme"][value="${theme}"]`).check();
      for (const route of ['/settings', '/home', '/machines/[id]', '/apps/[id]', '/apps/[id]/setup', '/store/[slug]'] as const) {
        await page.goto(VISITS[route]!.path(guide.tour.ids));
        expect(await page.getAttribute('html', 'data-theme')).toBe(theme);
        await expectAccessible(page);
        await picture(page, `theme-${theme}-${device}${route.replaceAll('/', '-')}`);
      }
    }, viewport);
  });
});
