import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { Person } from './clients/person.js';
import { asOperator } from './platform/as-operator.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { platform } from './platform/env.js';
import { wordsOf, type Words } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { atWork } from './portal/entering.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
const resume = (): boolean => process.kill(platform().processes['worker']!, 'SIGCONT');
afterEach(() => void resume());
afterAll(() => browser.close());

const JOB = 'analytics.refresh-energy';

/** Promises a job for a company of the demo, as a use case does in its transaction. @returns its number */
async function promised(subscriptionId: string): Promise<string> {
  const payload = { subscriptionId, seriesId: 0, fromMs: 0, toMs: 1 };
  const [row] = await asOperator<{ id: string }>(`INSERT INTO outbox (tenant_id, job, payload) SELECT tenant_id, $1, $2 FROM subscription LIMIT 1 RETURNING id::text`, [JOB, JSON.stringify(payload)]);
  return row!.id;
}

/** The list of one state, and the row of a job in it. */
async function listed(page: Page, t: Words, state: 'FAILED' | 'WAITING', id: string): Promise<Locator> {
  const tab = page.getByRole('tab', { name: t(`work.state.${state}`) });
  await atWork(tab);
  await tab.click();
  return page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: `#${id}` });
}

describe.each([
  ['zh-CN', DESKTOP],
  ['zh-CN', PHONE],
  ['en', DESKTOP],
  ['en', PHONE],
] as const)('jobs at the office, in %s', (language: Language, viewport) => {
  const t = wordsOf(language);
  const name = `${language}-${viewport.width}-jobs`;

  it('one that waits says since when, one that failed says why, and done again it is done', async () => {
    const { staffEmail, staffPassword } = platform().demo;
    const staff = await Person.signIn(staffEmail, staffPassword);
    const look = async (page: Page, what: string): Promise<void> => {
      await expectAccessible(page);
      await picture(page, `${name}-${what}`);
    };
    await inWindow(browser, { language, viewport, name }, async (page, context) => {
      await staff.enterWindow(context);
      // No worker takes anything: what is promised waits.
      process.kill(platform().processes['worker']!, 'SIGSTOP');
      const id = await promised(randomUUID());
      await page.goto('/admin/work');
      await (await listed(page, t, 'WAITING', id)).waitFor();
      await page.getByText(t('work.oldest')).first().waitFor();
      await look(page, '1-waiting');

      // Of a subscription that is not there, which no further try mends.
      resume();
      const failed = await listed(page, t, 'FAILED', id);
      await failed.getByText('SUBSCRIPTION.NOT_FOUND').waitFor();
      await look(page, '2-failed');
      const again = failed.getByRole('button', { name: t('work.retry'), exact: true });
      const [before] = await asOperator<{ ended: Date }>('SELECT finished_at AS ended FROM outbox WHERE id = $1', [id]);
      await again.click();
      await page.getByText(t('work.retried'), { exact: true }).first().waitFor();
      // Nothing was mended, so it fails once more.
      for (let ended = before!.ended; ended?.getTime() === before!.ended.getTime(); ) [{ ended }] = (await asOperator<{ ended: Date }>(`SELECT coalesce(finished_at, $2) AS ended FROM outbox WHERE id = $1`, [id, before!.ended])) as [{ ended: Date }];

      await asOperator(`UPDATE outbox SET payload = payload || jsonb_build_object('subscriptionId', (SELECT s.id FROM subscription s WHERE s.tenant_id = outbox.tenant_id LIMIT 1)) WHERE id = $1`, [id]);
      await page.reload();
      await (await listed(page, t, 'FAILED', id)).getByRole('button', { name: t('work.retry'), exact: true }).click();
      await failed.waitFor({ state: 'detached' });
      for (let state = ''; state !== 'done'; ) [{ state }] = (await asOperator<{ state: string }>('SELECT state FROM outbox WHERE id = $1', [id])) as [{ state: string }];
      await look(page, '3-done');
      const trail = await asOperator(`SELECT 1 FROM audit_entry WHERE action = 'job.retried' AND details->>'jobId' = $1`, [id]);
      expect(trail).toHaveLength(2);
    });
  });
});
