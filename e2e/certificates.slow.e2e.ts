import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { wordsOf, type Words } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { press } from './portal/entering.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What a button of the dialog hands over as a file. */
async function saved(page: Page, t: Words, file: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: t('certificates.issued.saveNamed', { file }), exact: true }).click()]);
  return readFile(await download.path(), 'utf8');
}

describe.each([['zh-CN', DESKTOP], ['en', PHONE]] as const)('certificates, in %s', (language: Language, viewport) => {
  const t = wordsOf(language);
  const name = `${language}-certificates-${viewport.width}`;

  it(`are issued with a key made in the browser and revoked, and an authority of the company's is registered, waits for its proof and is ended, at ${viewport.width} px`, async () => {
    const person = await Person.signUp('宝山热处理');
    const machine = await person.addMachine('1 号炉');
    await inWindow(browser, { language, viewport, name }, async (page, context) => {
      await person.enterWindow(context);
      await page.goto(`/machines/${machine.id}?tab=connection`);
      await page.getByText(t('certificates.none'), { exact: true }).waitFor();
      await press(page, t('certificates.add'));
      await expectAccessible(page);
      await press(page, t('certificates.issue.submit'));
      await page.getByText(t('certificates.issued.once'), { exact: true }).waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-issued`);
      const [key, pem, authorityPem] = [await saved(page, t, 'machine.key'), await saved(page, t, 'machine.crt'), await saved(page, t, 'tenon-machines.crt')];
      const [certificate, authority] = [new X509Certificate(pem), new X509Certificate(authorityPem)];
      expect([certificate.checkPrivateKey(createPrivateKey(key)), certificate.verify(authority.publicKey), certificate.subject]).toEqual([true, true, `CN=${machine.id}`]);
      await press(page, t('certificates.issued.kept'));

      await page.getByText(t('certificates.list.good'), { exact: true }).waitFor();
      await page.getByRole('button', { name: new RegExp(certificate.serialNumber.replace(/^0+/, ''), 'i') }).click();
      await press(page, t('certificates.revoke.confirm'));
      await page.getByText(t('certificates.list.revoked'), { exact: true }).waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-revoked`);

      // One that they might have made themselves: who holds its key is not known of any before the proof.
      await page.getByRole('link', { name: t('certificates.toAuthorities') }).click();
      await press(page, t('certificates.authorities.add'));
      await page.getByLabel(t('certificates.addAuthority.name'), { exact: true }).fill('Plant CA');
      await page.getByLabel(t('certificates.addAuthority.certificate'), { exact: true }).fill(authorityPem);
      await press(page, t('certificates.addAuthority.submit'));
      await press(page, t('certificates.authority.prove'));
      await page.getByLabel(t('certificates.prove.certificate'), { exact: true }).fill(pem);
      await press(page, t('certificates.prove.submit'));
      await page.getByText(t('errors.CERTIFICATE_AUTHORITY.OTHER_NAME.next'), { exact: false }).waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-prove`);
      await page.keyboard.press('Escape');
      await page.getByRole('listitem').filter({ hasText: 'Plant CA' }).getByRole('button', { name: t('certificates.authority.end'), exact: true }).click();
      await press(page, t('certificates.end.confirm'));
      await page.getByText(t('certificates.authority.states.ENDED'), { exact: true }).waitFor();
      await expectAccessible(page);
    });
  });
});
