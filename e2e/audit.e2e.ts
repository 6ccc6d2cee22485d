import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { Person } from './clients/person.js';
import { verifyBundle } from './clients/verify-bundle.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { byTurns } from './platform/turns.js';
import { platform } from './platform/env.js';
import { wordsOf, type Words } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { verifyAddress } from './portal/outbox.js';
import { atWork, press } from './portal/entering.js';

/** How a file of gzip begins (RFC 1952, 2.3.1). */
const GZIP = [0x1f, 0x8b];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A company in which something has happened: to two machines, to its profile, and to one role. */
async function companyWithPast(name: string, district: string): Promise<Person> {
  const account = { email: `keeper-${process.pid}-${randomUUID()}@example.com`, password: 'a long enough secret' };
  const owner = await Person.signUp(name, account);
  // An API key is not given to somebody whose address nobody has seen.
  await verifyAddress(account.email);
  const { id } = await owner.addMachine('1#');
  await owner.addMachine('2#');
  await owner.ask('mutation ($id: ID!) { renameDevice(input: { id: $id, name: "冲床 1#" }) { id } }', { id });
  await owner.ask('mutation ($district: String) { updateCompanyProfile(input: { district: $district, industry: "C29", yearlyRevenueYuan: 36000000 }) { legalName } }', { district });
  await owner.ask('mutation { createRole(input: { name: "班长", permissions: ["device:update"] }) { id } }');
  await owner.ask('mutation { createApiKey(input: { name: "ERP", permissions: ["device:read"], days: 1 }) { secret } }');
  return owner;
}

/** Every name within a thing, but for addresses and for what an app calls its inputs. */
function namesIn(thing: unknown): string[] {
  if (typeof thing !== 'object' || thing === null || Array.isArray(thing)) return [];
  return Object.entries(thing).flatMap(([name, inner]) => (name.includes('@') ? [] : [name, ...(name === 'bindings' ? [] : namesIn(inner))]));
}

async function namesInTrailOf(person: Person): Promise<string[]> {
  const { auditTrail } = await person.ask<{ auditTrail: { nodes: { action: string; details: object }[] } }>('{ auditTrail(first: 100) { nodes { action details } } }');
  return auditTrail.nodes.flatMap(({ action, details }) => namesIn(withoutOwnNames(action, details))).filter((name) => name !== 'before' && name !== 'after');
}

/** What machines are asked to be goes by names of their company's own, which have no words of ours. */
function withoutOwnNames(action: string, details: object): object {
  const own = action === 'device.desired-state-set' ? ['before', 'after'] : ['settings'];
  return Object.fromEntries(Object.entries(details).filter(([name]) => !own.includes(name)));
}

const rowOf = (page: Page, t: Words, action: string) => page.getByRole('row').filter({ hasText: t(`audit.actions.${action}`) });

/** Opens the only entry of an action, and gives what is read there. */
async function openEntry(page: Page, t: Words, action: string): Promise<string> {
  await rowOf(page, t, action).getByText(t(`audit.actions.${action}`), { exact: true }).click();
  const dialog = page.getByRole('dialog', { name: t(`audit.actions.${action}`) });
  await dialog.waitFor();
  await expectAccessible(page);
  expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  return dialog.innerText();
}

/** The lines of the file that a press on an export brings. */
async function exported(page: Page, t: Words, format: 'csv' | 'jsonl'): Promise<string[]> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: t(`audit.export.${format}`), exact: true }).click();
  return readFileSync(await (await coming).path(), 'utf8').trim().split('\n');
}

describe.each(byTurns([
  ['zh-CN', PHONE, { code: '310113', name: '宝山区', industry: '橡胶和塑料制品业', revenue: '36,000,000', permission: '给机器改名' }],
  ['en', PHONE, { code: '310110', name: 'Yangpu', industry: 'Rubber and plastics products', revenue: '36,000,000', permission: 'Rename, place and tag machines' }],
  ['en', DESKTOP, { code: '310110', name: 'Yangpu', industry: 'Rubber and plastics products', revenue: '36,000,000', permission: 'Rename, place and tag machines' }],
], 'zh-CN'))('the trail of a company, in %s', (language: Language, viewport, said) => {
  const t = wordsOf(language);
  const name = `${language}-audit-${viewport.width}`;

  it(`is narrowed, read and handed out, at ${viewport.width} px`, async () => {
    const owner = await companyWithPast(`${said.name} ${process.pid} ${Date.now()}`, said.code);
    await inWindow(browser, { language, viewport, name }, async (page, context) => {
      await owner.enterWindow(context);
      await page.goto('/settings/audit');
      await rowOf(page, t, 'tenant.created').waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-1-trail`);

      // Fields and codes in the reader's words, and nothing of how the api writes them.
      const profile = await openEntry(page, t, 'tenant.profile-updated');
      await picture(page, `${name}-2-profile`);
      for (const words of [t('audit.fields.district'), said.name, said.industry, said.revenue]) expect(profile).toContain(words);
      for (const code of ['district', said.code, 'C29', 'yearlyRevenueYuan']) expect(profile.split(/\s+/)).not.toContain(code);
      await page.keyboard.press('Escape');
      expect(await openEntry(page, t, 'role.created')).toContain(said.permission);
      await page.keyboard.press('Escape');

      // What happened to one machine.
      const things = page.getByLabel(t('audit.filters.thing'), { exact: true });
      await atWork(things);
      await things.selectOption('device');
      await rowOf(page, t, 'tenant.created').waitFor({ state: 'detached' });
      expect(await openEntry(page, t, 'device.renamed')).toContain('冲床 1#');
      await picture(page, `${name}-3-renamed`);
      await press(page, t('audit.entry.follow', { kind: t('audit.kinds.device') }));
      await page.getByText('2#', { exact: true }).first().waitFor({ state: 'detached' });
      expect(new URL(page.url()).searchParams.get('subjectKind')).toBe('device');
      await picture(page, `${name}-4-one-machine`);

      // Both files have what the page has; that they were handed out is the next entry.
      const [head, ...lines] = await exported(page, t, 'csv');
      expect(head).toContain('action');
      expect(lines.map((line) => /device\.\w+/.exec(line)?.[0]).sort()).toEqual(['device.created', 'device.renamed']);
      expect(await exported(page, t, 'jsonl')).toHaveLength(2);
      await page.goto('/settings/audit');
      await rowOf(page, t, 'audit.exported').first().waitFor();
      expect(await rowOf(page, t, 'audit.exported').count()).toBe(2);

      // All that there is, to take along.
      await page.goto('/settings/exit');
      await press(page, t('exit.now.request'));
      await page.getByText(t('exit.now.ready'), { exact: true }).waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-5-exit`);
      const bundle = page.waitForEvent('download');
      await page.getByRole('link', { name: t('exit.download'), exact: true }).click();
      const taken = await (await bundle).path();
      expect([...readFileSync(taken).subarray(0, 2)]).toEqual(GZIP);
      expect(await verifyBundle(taken)).toMatch(new RegExp(`of ${said.name} .*\n.*files.*\n.*All of it is there and as it was signed`));
    });
  });
});

it('nothing that an entry tells is without words', async () => {
  const { email, password } = platform().demo;
  const people = [await companyWithPast(`Words ${process.pid} ${Date.now()}`, '310113'), await Person.signIn(email, password)];
  const names = new Set((await Promise.all(people.map(namesInTrailOf))).flat());
  expect(names.size).toBeGreaterThan(10);
  for (const language of ['zh-CN', 'en'] as const) for (const name of names) expect(wordsOf(language)(`audit.fields.${name}`)).not.toBe('');
});
