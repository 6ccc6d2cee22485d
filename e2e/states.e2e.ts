import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { inWindow, openBrowser, picture } from './platform/browser.js';
import { wordsOf } from './platform/words.js';
import { newAccount, press, signUp } from './portal/entering.js';
import { expectMoving, openTab } from './portal/machines.js';
import { settled } from './portal/accessible.js';
import { changeAnswers, holdLive, holdQuestions } from './portal/trouble.js';
import { chooseRange } from './portal/range.js';
import { prepareTour, windowOf, type Visitor } from './portal/visits.js';

let browser: Browser;
let tour: Awaited<ReturnType<typeof prepareTour>>;
beforeAll(async () => {
  browser = await openBrowser();
  tour = await prepareTour();
});
afterAll(() => browser.close());

const t = wordsOf('zh-CN');

const asMember = (name: string, work: (page: Page) => Promise<void>): Promise<void> => asSomebody('member', name, work);

async function asSomebody(who: Exclude<Visitor, 'nobody'>, name: string, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await (await contextOf(who)).newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  try {
    await work(page);
    expect(faults).toEqual([]);
  } catch (failure) {
    await picture(page, `failed-states-${name}`);
    // It may be without a network still.
    contexts.delete(who);
    throw failure;
  } finally {
    await page.close();
  }
}

/** One window for each who looks, a page of it for each test: what the scripts are is read once. */
const contexts = new Map<Visitor, Promise<BrowserContext>>();

function contextOf(who: Exclude<Visitor, 'nobody'>): Promise<BrowserContext> {
  const context = contexts.get(who) ?? windowOf(browser, 'zh-CN', tour.accountOf[who]).then((opened) => opened.context);
  contexts.set(who, context);
  return context;
}

interface Asking {
  /** Who asks; a member where nobody is named. */
  readonly as?: Exclude<Visitor, 'nobody'>;
  readonly path: () => string;
  /** What the person does that makes the page ask. */
  readonly ask: (page: Page) => Promise<void>;
  /** What is there once it was answered. */
  readonly shown: (page: Page) => Locator;
}

const openSettings = (page: Page, tab: string): Promise<void> => page.getByRole('navigation', { name: t('people.tabs.label') }).getByRole('link', { name: t(`people.tabs.${tab}`) }).click();

const ASKING: Readonly<Record<string, Asking>> = {
  machines: {
    path: () => '/machines',
    ask: (page) => page.getByRole('textbox', { name: t('machines.search') }).fill('1 号'),
    shown: (page) => page.getByRole('table').getByRole('link', { name: /1 号/ }),
  },
  store: {
    path: () => '/store',
    ask: (page) => page.getByRole('textbox', { name: t('store.search') }).fill('能耗'),
    shown: (page) => page.locator('a[href="/store/energy-carbon"]'),
  },
  'a machine’s points': {
    path: () => `/machines/${tour.ids.machine}`,
    ask: (page) => openTab(page, t, 'points'),
    shown: (page) => page.getByRole('main').getByRole('table'),
  },
  'an answer of Energy & carbon': {
    path: () => `/apps/${tour.ids.subscription}`,
    ask: (page) => press(page, t('energy.spans.yesterday')),
    shown: (page) => page.getByRole('table', { name: t('energy.tariff.caption') }),
  },
  'an answer of an app of indicators': {
    as: 'developer',
    path: () => `/apps/${tour.ids.indicators}`,
    ask: (page) => chooseRange(page, t, '7d'),
    shown: (page) => page.getByRole('table', { name: t('indicators.table') }),
  },
  people: {
    path: () => '/settings',
    ask: (page) => openSettings(page, 'people'),
    shown: (page) => page.getByRole('main').getByText(tour.accountOf.member.email),
  },
  roles: {
    path: () => '/settings',
    ask: (page) => openSettings(page, 'roles'),
    shown: (page) => page.getByRole('main').getByRole('table'),
  },
  security: {
    path: () => '/settings',
    ask: (page) => openSettings(page, 'security'),
    shown: (page) => page.getByRole('heading', { name: t('security.sessions.title') }),
  },
  'the audit trail': {
    path: () => '/settings',
    ask: (page) => openSettings(page, 'audit'),
    shown: (page) => page.getByRole('main').getByRole('table').getByRole('row').nth(1),
  },
  'the office’s companies': {
    as: 'staff',
    path: () => '/admin/reviews',
    ask: (page) => page.getByRole('link', { name: t('office.nav.companies') }).first().click(),
    shown: (page) => page.locator('main a[href^="/admin/companies/"]'),
  },
  'a developer’s versions': {
    as: 'developer',
    path: () => '/developer/submit',
    ask: (page) => page.getByRole('link', { name: t('developer.nav.versions') }).first().click(),
    shown: (page) => page.locator(`main a[href="/developer/versions/${tour.ids.version}"]`),
  },
};

describe.each(Object.entries(ASKING))('%s', (name, { as = 'member', path, ask, shown }) => {
  it('shows that it is loading, then what broke with a code and a way on, then the answer', async () => {
    await asSomebody(as, name.replaceAll(/\W/g, '-'), async (page) => {
      await page.goto(path());
      await settled(page);
      const trouble = await holdQuestions(page);
      await ask(page);
      await page.locator('main .tn-skeleton, main [aria-busy="true"]').first().waitFor();
      trouble.fail();
      // A page of several parts says it in each.
      const fault = page.getByRole('main').getByRole('alert').first();
      await fault.getByText(t('errors.INTERNAL.what')).waitFor();
      await fault.getByText('INTERNAL', { exact: true }).waitFor();
      await trouble.end();
      // A page that follows live values asks again by itself as well: whoever comes first, the answer must come.
      await Promise.race([fault.getByRole('button', { name: t('frame.retry'), exact: true }).click().catch(() => undefined), fault.waitFor({ state: 'detached' })]);
      await shown(page).first().waitFor();
    });
  });
});

describe('a page that breaks', () => {
  const nothing = { totalCount: 1, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [null], edges: [null] };

  it.each([
    ['the office’s companies', 'office', { companies: nothing }],
    ['a developer’s versions', 'developer', { publisher: { id: 'x', name: 'x' }, publisherVersions: nothing }],
  ] as const)('%s: keeps its frame, says so with a code, and comes back when told to', async (name, realm, data) => {
    const { as = 'member', path, ask, shown } = ASKING[name]!;
    await asSomebody(as, `broken-${realm}`, async (page) => {
      await page.goto(path());
      await settled(page);
      // An answer that nobody can show.
      await page.route('**/graphql', (route) => route.fulfill({ json: { data } }));
      await ask(page);
      await page.getByRole('heading', { level: 1, name: t('frame.crash') }).waitFor({ state: 'attached' });
      await page.getByRole('main').getByRole('alert').getByText('INTERNAL', { exact: true }).waitFor();
      await page.getByRole('navigation', { name: t(`${realm}.nav.label`) }).first().waitFor({ state: 'attached' });
      await page.unroute('**/graphql');
      await press(page, t('frame.retry'));
      await shown(page).first().waitFor();
    });
  });
});

/** What the page asks of a report; its comparison asks for no progress. */
interface Report {
  readonly from: string;
  readonly to: string;
  readonly progress?: object;
}

describe('long work', () => {
  it('says that it computes and how far it is, until it hears that it is done', async () => {
    await asMember('computing', async (page) => {
      const release = await holdLive(page, 'energyUpdated');
      const asBefore = await changeAnswers<Report>(page, 'energyReport', ({ progress, from, to }) => {
        if (progress) Object.assign(progress, { isComputing: true, computedUntil: new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString() });
      });
      await page.goto(`/apps/${tour.ids.subscription}?range=30d`);
      await press(page, t('energy.spans.lastMonth'));
      const notice = page.getByRole('status').filter({ hasText: t('energy.computing.title') });
      await notice.getByText(t('energy.computing.leave')).waitFor();
      // What was asked for first may still stand there for a moment.
      await notice.locator('[role=progressbar][aria-valuenow="50"]').waitFor();
      expect(await notice.getByRole('progressbar', { name: t('energy.computing.title') }).count()).toBe(1);
      await asBefore();
      release();
      await page.getByText(t('energy.computing.done')).first().waitFor();
      await notice.waitFor({ state: 'detached' });
    });
  });
});

describe('without a network', () => {
  it('a page keeps what it shows and says so; back again, it goes on', async () => {
    await asMember('offline', async (page) => {
      await page.goto(`/machines/${tour.ids.machine}`);
      await page.locator('canvas').first().waitFor();
      await page.context().setOffline(true);
      await page.getByText(t('frame.banner.away')).waitFor();
      await page.locator('canvas').first().waitFor();
      await page.context().setOffline(false);
      await page.getByText(t('frame.banner.away')).waitFor({ state: 'detached' });
      await expectMoving(page, t);
    });
  });

  it('a browser that says it has none, and reaches the portal all the same, shows what it has to say', async () => {
    await asMember('no-network-needed', async (page) => {
      // As where the platform runs on the very computer, which has no other network.
      await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => false }));
      const isAnswered = page.waitForResponse((response) => new URL(response.url()).pathname === '/healthz');
      await page.goto('/machines');
      await isAnswered;
      await settled(page);
      expect(await page.getByText(t('frame.banner.away')).count()).toBe(0);
    });
  });

  it('a list that cannot be asked says so with a code, and asks again when told to', async () => {
    await asMember('unreachable', async (page) => {
      await page.goto('/machines');
      await settled(page);
      await page.route('**/graphql', (route) => route.abort('internetdisconnected'));
      await ASKING['machines']!.ask(page);
      const fault = page.getByRole('main').getByRole('alert');
      await fault.getByText(t('errors.NETWORK.UNREACHABLE.what')).waitFor();
      await fault.getByText('NETWORK.UNREACHABLE', { exact: true }).waitFor();
      await page.unroute('**/graphql');
      await fault.getByRole('button', { name: t('frame.retry'), exact: true }).click();
      await ASKING['machines']!.shown(page).first().waitFor();
    });
  });

  it('sign-in says that the platform is out of reach and keeps what was typed', async () => {
    await inWindow(browser, { language: 'zh-CN', name: 'sign-in-offline' }, async (page, context) => {
      await page.goto('/sign-in');
      await page.getByLabel(t('auth.email'), { exact: true }).fill('somebody@example.com');
      await page.getByLabel(t('auth.password'), { exact: true }).fill('a long enough secret');
      await context.setOffline(true);
      await press(page, t('auth.signIn.submit'));
      await page.getByRole('alert').getByText('NETWORK.UNREACHABLE').waitFor();
      expect(await page.getByLabel(t('auth.email'), { exact: true }).inputValue()).toBe('somebody@example.com');
    });
  });
});

describe('a change that fails', () => {
  it.each([
    ['delete', t('machines.delete.action')],
    ['rename', t('machines.rename.title')],
  ])('%s: the dialog says what happened, what to do and the code', async (act, label) => {
    await asMember(`change-${act}`, async (page) => {
      await page.goto(`/machines/${tour.ids.machine}`);
      await press(page, t('machines.actionsShort'));
      await page.getByRole('menuitem', { name: label }).click();
      const dialog = page.locator('[role="dialog"], [role="alertdialog"]');
      await dialog.waitFor();
      await page.route('**/graphql', (route) => route.fulfill({ status: 500, json: { errors: [{ extensions: { code: 'INTERNAL' } }] } }));
      await dialog.getByRole('button', { name: act === 'delete' ? label : t('frame.save'), exact: true }).click();
      await dialog.getByText(t('errors.INTERNAL.what')).waitFor();
      await dialog.getByText(t('errors.INTERNAL.next')).waitFor();
      await dialog.getByText('INTERNAL').first().waitFor();
    });
  });
});

describe('a company that has nothing yet', () => {
  it('finds a beginning on every page', async () => {
    await inWindow(browser, { language: 'zh-CN', name: 'empty' }, async (page) => {
      await page.goto('/sign-up');
      await signUp(page, t, newAccount('空空如也'));
      await page.getByRole('button', { name: t('home.first.simulated.action') }).waitFor();
      await page.goto('/machines');
      await page.getByText(t('machines.none'), { exact: true }).waitFor();
      await page.getByRole('main').getByRole('link', { name: t('machines.add') }).first().waitFor();
      await page.goto('/apps');
      await page.getByText(t('apps.empty.title')).waitFor();
      await page.getByRole('link', { name: t('apps.toStore') }).waitFor();
      await page.goto('/store?q=zzzz');
      await press(page, t('store.none.clear'));
      await page.locator('a[href="/store/energy-carbon"]').first().waitFor();
    });
  });
});
