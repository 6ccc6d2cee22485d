import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@tenon/db';
import { createMailer } from '@tenon/mail';
import { createLog } from '@tenon/runtime';
import { testDatabase, testMailServer, type TestDatabase, type TestMailServer } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WriteMail } from '../application/write-mail.js';
import { SendMailHandler } from './send-mail.handler.js';

const log = createLog({ name: 'test', level: 'silent' });
const folder = mkdtempSync(path.join(tmpdir(), 'tenon-mail-'));
const from = 'Tenon <no-reply@tenon.example>';

let test: TestDatabase;
let db: Database;
let server: TestMailServer;
beforeAll(async () => {
  test = await testDatabase();
  db = openDatabase({ databaseUrl: test.databaseUrl, log });
  server = await testMailServer();
});
guardBystander({ database: () => test });
afterAll(async () => {
  await server.close();
  await db.close();
  await test.close();
});

interface Kept {
  readonly id: string;
  readonly body: string;
  readonly isSent: boolean;
}

const kept = async (to: string): Promise<Kept> => (await test.sql<Kept>(`SELECT id, body, sent_at IS NOT NULL AS "isSent" FROM mail_message WHERE recipient = $1`, [to]))[0]!;
const write = async (to: string): Promise<string> => {
  await new WriteMail(db.system).execute({ to, subject: '重设密码', text: 'https://portal.example/reset-password?token=abc' });
  return (await kept(to)).id;
};
const send = (mailId: string, smtpUrl?: string): Promise<void> =>
  new SendMailHandler(db.system, createMailer({ smtpUrl, folder, from })).handle({ payload: { mailId }, actor: null as never, attempt: 1, signal: AbortSignal.timeout(30_000), log });
const taken = (to: string) => server.mails.filter((mail) => mail.to.includes(to));

describe('sending a mail by a server', () => {
  it('hands it over whole, once, and keeps its text no longer', async () => {
    const id = await write('once@example.com');
    await send(id, server.url);
    await send(id, server.url);
    expect(taken('once@example.com')).toEqual([{ from: 'no-reply@tenon.example', to: ['once@example.com'], text: expect.stringContaining(`Message-ID: <${id}@tenon>`) }]);
    expect(taken('once@example.com')[0]?.text).toMatch(/reset-password\?token=(3D)?abc/);
    expect(await kept('once@example.com')).toEqual({ id, body: '', isSent: true });
  });

  it('fails when the server does not take it, keeps it, and sends it at the next try', async () => {
    const id = await write('later@example.com');
    server.refuseNext(1);
    await expect(send(id, server.url)).rejects.toThrow(/451/);
    expect([taken('later@example.com'), await kept('later@example.com')]).toEqual([[], { id, body: expect.stringContaining('token=abc'), isSent: false }]);
    await send(id, server.url);
    expect(taken('later@example.com')).toHaveLength(1);
    expect((await kept('later@example.com')).isSent).toBe(true);
  });

  it('bears the same name when a crash lets it go twice, so that a mail server can tell', async () => {
    const id = await write('twice@example.com');
    await send(id, server.url);
    await test.sql(`UPDATE mail_message SET sent_at = NULL, body = 'again' WHERE id = $1`, [id]);
    await send(id, server.url);
    const names = taken('twice@example.com').map((mail) => /^Message-ID: .*$/im.exec(mail.text)?.[0]);
    expect(names).toEqual([`Message-ID: <${id}@tenon>`, `Message-ID: <${id}@tenon>`]);
  });

  it('fails at a wrong login and at a server that is away', async () => {
    const id = await write('away@example.com');
    await expect(send(id, server.url.replace('p%40ss', 'wrong'))).rejects.toThrow(/login/i);
    await expect(send(id, 'smtp://127.0.0.1:1')).rejects.toThrow(/ECONNREFUSED|EADDRNOTAVAIL|EACCES/);
    expect((await kept('away@example.com')).isSent).toBe(false);
  });
});

describe('sending a mail without a server', () => {
  it('writes it to the folder and keeps its text for the office', async () => {
    const id = await write('folder@example.com');
    await send(id);
    expect(readFileSync(path.join(folder, `${id}.eml`), 'utf8')).toContain('To: folder@example.com');
    expect(await kept('folder@example.com')).toEqual({ id, body: expect.stringContaining('token=abc'), isSent: true });
  });

  it('has nothing to do for a mail that is gone', async () => {
    await send('00000000-0000-4000-8000-000000000000');
  });
});
