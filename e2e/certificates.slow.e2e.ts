import { execFileSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

/** An authority as a plant makes one, and a certificate it signs. */
function plantAuthority(): { certificate: string; proofOf(commonName: string): string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenon-ca-'));
  const openssl = (...args: string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'ca.key', '-out', 'ca.crt', '-days', '30', '-subj', '/CN=Plant CA', '-addext', 'basicConstraints=critical,CA:TRUE');
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  return {
    certificate: read('ca.crt'),
    proofOf: (commonName) => {
      openssl('req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'proof.key', '-subj', `/CN=${commonName}`, '-out', 'proof.csr');
      openssl('x509', '-req', '-in', 'proof.csr', '-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '1', '-out', 'proof.crt');
      return read('proof.crt');
    },
  };
}

describe.each([['zh-CN', DESKTOP], ['en', PHONE]] as const)('certificates, in %s', (language: Language, viewport) => {
  const t = wordsOf(language);
  const name = `${language}-certificates-${viewport.width}`;

  it(`are issued with a key made in the browser and revoked, and an authority of the company's is registered, proven and ended, at ${viewport.width} px`, async () => {
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
      const [key, certificate, authority] = [await saved(page, t, 'machine.key'), new X509Certificate(await saved(page, t, 'machine.crt')), new X509Certificate(await saved(page, t, 'tenon-machines.crt'))];
      expect([certificate.checkPrivateKey(createPrivateKey(key)), certificate.verify(authority.publicKey), certificate.subject]).toEqual([true, true, `CN=${machine.id}`]);
      await press(page, t('certificates.issued.kept'));

      await page.getByText(t('certificates.list.good'), { exact: true }).waitFor();
      await page.getByRole('button', { name: new RegExp(certificate.serialNumber.replace(/^0+/, ''), 'i') }).click();
      await press(page, t('certificates.revoke.confirm'));
      await page.getByText(t('certificates.list.revoked'), { exact: true }).waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-revoked`);

      const plant = plantAuthority();
      await page.getByRole('link', { name: t('certificates.toAuthorities') }).click();
      await press(page, t('certificates.authorities.add'));
      await page.getByLabel(t('certificates.addAuthority.name'), { exact: true }).fill('Plant CA');
      await page.getByLabel(t('certificates.addAuthority.certificate'), { exact: true }).fill(plant.certificate);
      await press(page, t('certificates.addAuthority.submit'));
      await press(page, t('certificates.authority.prove'));
      await page.getByLabel(t('certificates.prove.certificate'), { exact: true }).fill(plant.certificate);
      await press(page, t('certificates.prove.submit'));
      await page.getByText(t('errors.CERTIFICATE_AUTHORITY.OTHER_NAME.next'), { exact: false }).waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-prove`);
      const challenge = /tenon-[0-9a-f]+/.exec(await page.getByRole('dialog').innerText())?.[0] ?? '';
      await page.getByLabel(t('certificates.prove.certificate'), { exact: true }).fill(plant.proofOf(challenge));
      await press(page, t('certificates.prove.submit'));
      await page.getByRole('button', { name: t('certificates.authority.serials'), exact: true }).waitFor();
      await picture(page, `${name}-authorities`);
      await page.getByRole('listitem').filter({ hasText: 'Plant CA' }).getByRole('button', { name: t('certificates.authority.end'), exact: true }).click();
      await press(page, t('certificates.end.confirm'));
      await page.getByText(t('certificates.authority.states.ENDED'), { exact: true }).waitFor();
      await expectAccessible(page);
    });
  });
});
