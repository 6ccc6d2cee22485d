import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { noticeRaised } from '@tenon/contracts/events';
import type { PayloadOf } from '@tenon/contracts/jobs';
import { openDatabase, type Database } from '@tenon/db';
import { systemActor, type SystemActor } from '@tenon/domain/identity';
import { FeatureFlags } from '@tenon/flags';
import { MemberRepository } from '@tenon/identity';
import { tenantId } from '@tenon/kernel';
import { AllowedHosts, createLog, masterKeys, OutgoingHttp, Vault } from '@tenon/runtime';
import { chatServer, testDatabase, type ChatServer, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { randomUUID } from 'node:crypto';
import { MailNotice } from './application/mail-notice.js';
import { NoticeDispatch } from './application/notice-dispatch.js';
import { NoticeLinks } from './application/notice-words.js';
import { RobotSpeech } from './application/robot-speech.js';
import { SayByRobot } from './application/say-by-robot.js';
import { TellPeople } from './application/tell-people.js';
import { DeliverNoticeHandler } from './jobs/deliver-notice.handler.js';
import { UpkeepSchedule } from './jobs/upkeep.schedule.js';
import { DeliveryRepository } from './persistence/delivery.repository.js';
import { NoticeRepository } from './persistence/notice.repository.js';
import { PreferenceRepository } from './persistence/preference.repository.js';
import { RobotRepository } from './persistence/robot.repository.js';
import { RobotPost } from './robots/robot-post.js';

const log = createLog({ name: 'test', level: 'silent' });
const links = new NoticeLinks('https://tenon.example/');
const [notices, deliveries, robots] = [new NoticeRepository(), new DeliveryRepository(), new RobotRepository()];

let test: TestDatabase;
let db: Database;
let chat: ChatServer;
let post: RobotPost;
let flags: FeatureFlags;
let tell: TellPeople;
let handler: DeliverNoticeHandler;
beforeAll(async () => {
  test = await testDatabase();
  db = openDatabase({ databaseUrl: test.databaseUrl, log });
  chat = await chatServer();
  post = new RobotPost(new Vault(masterKeys({ secretHex: 'ab'.repeat(32), set: [] })), new OutgoingHttp({ allowed: new AllowedHosts([chat.host]) }));
  flags = new FeatureFlags(db.system);
  tell = new TellPeople(db.tenant, new MemberRepository(), new PreferenceRepository(), notices, new NoticeDispatch(deliveries, robots, flags));
  handler = new DeliverNoticeHandler(db.tenant, deliveries, new MailNotice(db.system, deliveries, notices, links), new SayByRobot(db.tenant, deliveries, notices, robots, new RobotSpeech(post, links)));
});
afterAll(async () => {
  await chat.close();
  await db.close();
  await test.close();
});
guardBystander({ database: () => test });

let actor: SystemActor;
let people: Record<'owner' | 'admin' | 'viewer', string>;
beforeEach(async () => {
  actor = systemActor(tenantId(randomUUID()));
  people = { owner: randomUUID(), admin: randomUUID(), viewer: randomUUID() };
  await test.sql(`INSERT INTO tenant (id, name) VALUES ($1, '宝山冲压厂')`, [actor.tenantId]);
  for (const [role, id] of Object.entries(people)) await test.sql('INSERT INTO tenant_member (tenant_id, user_id, role, name, email) VALUES ($1, $2, $3, $3, $4)', [actor.tenantId, id, role, `${id}@example.com`]);
  chat.said.length = 0;
  chat.answer(200, { errcode: 0, errmsg: 'ok' });
});

const raised = (more: Partial<PayloadOf<typeof noticeRaised>> = {}): PayloadOf<typeof noticeRaised> => ({ noticeId: randomUUID(), kind: 'tenant.suspended', facts: { reason: '欠费' }, ...more });
const inboxes = async (): Promise<Record<string, number>> => {
  const rows = await test.sql<{ role: string; count: number }>('SELECT m.role, count(*)::int AS count FROM notice_receipt r JOIN tenant_member m USING (tenant_id, user_id) WHERE tenant_id = $1 GROUP BY 1', [actor.tenantId]);
  return Object.fromEntries(rows.map(({ role, count }) => [role, count]));
};
const waiting = (): Promise<{ id: string; robot: string | null }[]> => test.sql(`SELECT id, robot_id AS robot FROM notice_delivery WHERE tenant_id = $1 AND state = 'waiting'`, [actor.tenantId]);
const states = async (): Promise<string[]> => (await test.sql<{ state: string }>('SELECT state FROM notice_delivery WHERE tenant_id = $1 ORDER BY 1', [actor.tenantId])).map(({ state }) => state);
const promised = (job: string): Promise<{ payload: Record<string, unknown> }[]> => test.sql(`SELECT payload FROM outbox WHERE job = $1 AND (tenant_id = $2 OR tenant_id IS NULL)`, [job, actor.tenantId]);
const deliver = (deliveryId: string, attempt = 1): Promise<void> => handler.handle({ payload: { deliveryId }, actor, attempt, signal: AbortSignal.timeout(30_000), log });
const mails = (): Promise<{ recipient: string; subject: string; body: string }[]> => test.sql('SELECT recipient, subject, body FROM mail_message WHERE recipient = ANY ($1)', [Object.values(people).map((id) => `${id}@example.com`)]);

async function addRobot(kinds = ['tenant.suspended'], more: { kind?: 'wecom' | 'dingtalk' | 'feishu'; language?: 'zh-CN' | 'en'; secret?: string } = {}): Promise<string> {
  const id = randomUUID();
  const { kind = 'wecom', language = 'zh-CN', secret = '' } = more;
  await db.tenant.transaction(actor, (tx) => robots.insert(tx, { id, kind, name: '白班群', language, noticeKinds: kinds, ...post.seal(id, { url: `http://${chat.host}/hook?key=k`, secret }) }));
  return id;
}

describe('telling the people of a company', () => {
  it('puts it into the inbox of each whom it concerns, and promises the mails, once however often it runs', async () => {
    const news = raised();
    await Promise.all([tell.execute(actor, news), tell.execute(actor, news)]);
    await tell.execute(actor, news);
    expect(await inboxes()).toEqual({ owner: 1, admin: 1, viewer: 1 });
    expect(await waiting()).toHaveLength(3);
    expect(await promised('notices.deliver')).toHaveLength(3);
  });

  it('leaves out whoever did it, whoever may not, and whatever one chose not to be told', async () => {
    await test.sql(`INSERT INTO notice_preference VALUES ($1, $2, 'member.removed', 'inbox', false), ($1, $2, 'member.removed', 'mail', true)`, [actor.tenantId, people.owner]);
    await tell.execute(actor, raised({ kind: 'member.removed', personId: people.viewer, actorId: people.admin, facts: { name: '李艳', role: 'viewer' } }));
    expect([await inboxes(), await waiting()]).toEqual([{}, [{ id: expect.any(String), robot: null }]]);
    await tell.execute(actor, raised({ kind: 'member.removed', facts: { name: '李艳', role: 'viewer' } }));
    expect(await inboxes()).toEqual({ admin: 1 });
  });

  it('keeps what was read as read, and loses what is gone with its person', async () => {
    const news = raised();
    await tell.execute(actor, news);
    await test.sql('UPDATE notice_receipt SET read_at = now() WHERE tenant_id = $1', [actor.tenantId]);
    await tell.execute(actor, news);
    expect(await test.sql('SELECT 1 FROM notice_receipt WHERE tenant_id = $1 AND read_at IS NULL', [actor.tenantId])).toEqual([]);
    await test.sql('DELETE FROM tenant_member WHERE tenant_id = $1 AND user_id = $2', [actor.tenantId, people.viewer]);
    expect([await inboxes(), await waiting()]).toEqual([{ owner: 1, admin: 1 }, [expect.anything(), expect.anything()]]);
  });
});

describe('a mail', () => {
  it('is written once, in both languages, with no link but ours', async () => {
    await tell.execute(actor, raised({ kind: 'member.role-changed', personId: people.viewer, facts: { before: 'viewer', after: 'http://evil.example' } }));
    const [delivery] = await waiting();
    await Promise.all([deliver(delivery!.id), deliver(delivery!.id)]);
    await deliver(delivery!.id);
    const [mail, ...more] = await mails();
    expect([mail, more]).toEqual([{ recipient: `${people.viewer}@example.com`, subject: '您的角色有变化 · Your role changed', body: expect.stringContaining('从只读成员改为http evil example') }, []]);
    expect(mail?.body).toContain('Before: viewer; now: http evil example.');
    expect(mail?.body.match(/\w+:\/\/\S+/g)).toEqual(['https://tenon.example/settings/people/me', 'https://tenon.example/settings/people/me', 'https://tenon.example/settings/notices']);
    expect(await states()).toEqual(['delivered']);
  });
});

describe('a robot', () => {
  it('says what it is to be told of, in its own language, and nothing else', async () => {
    await addRobot(['tenant.suspended'], { language: 'en' });
    await addRobot(['tenant.resumed']);
    await tell.execute(actor, raised());
    const mine = (await waiting()).filter(({ robot }) => robot !== null);
    expect(mine).toHaveLength(1);
    await deliver(mine[0]!.id);
    await deliver(mine[0]!.id);
    expect(chat.said).toEqual([{ path: '/hook?key=k', body: { msgtype: 'text', text: { content: expect.stringMatching(/^Company suspended\n.* Reason: 欠费\nhttps:\/\/tenon\.example\/home$/s) } } }]);
  });

  it('says nothing where the platform turned robots off for the company', async () => {
    await addRobot();
    await test.sql(`INSERT INTO feature_flag_override VALUES ($1, 'notices.robots', false, 'loops', 'root', now())`, [actor.tenantId]);
    flags.heard();
    await tell.execute(actor, raised());
    expect((await waiting()).map(({ robot }) => robot)).toEqual([null, null, null]);
  });

  it('that takes nothing is tried again, paused after five tries in a row, and its company told', async () => {
    const robot = await addRobot();
    chat.answer(200, { errcode: 93000, errmsg: 'invalid webhook url' });
    await tell.execute(actor, raised());
    const id = (await waiting()).find((each) => each.robot === robot)!.id;
    for (let attempt = 1; attempt < 5; attempt += 1) await expect(deliver(id, attempt)).rejects.toMatchObject({ code: 'ROBOT.NOT_TAKEN', kind: 'unavailable' });
    expect(await test.sql('SELECT failure_count AS failed, paused_at AS paused FROM notice_robot WHERE id = $1', [robot])).toEqual([{ failed: 4, paused: null }]);
    await deliver(id, 5);
    await deliver(id, 6);
    expect(chat.said).toHaveLength(5);
    expect(await test.sql('SELECT failure_count AS failed, paused_at IS NOT NULL AS paused FROM notice_robot WHERE id = $1', [robot])).toEqual([{ failed: 5, paused: true }]);
    expect(await test.sql('SELECT state, attempts, last_fault AS fault FROM notice_delivery WHERE id = $1', [id])).toEqual([{ state: 'failed', attempts: 5, fault: '200 {"errcode":93000,"errmsg":"invalid webhook url"}' }]);
    expect(await promised('notices.raised')).toEqual([{ payload: expect.objectContaining({ kind: 'robot.paused', facts: { name: '白班群' } }) }]);
    expect(await test.sql(`SELECT details->>'name' AS name FROM audit_entry WHERE tenant_id = $1 AND action = 'robot.paused'`, [actor.tenantId])).toEqual([{ name: '白班群' }]);
    await tell.execute(actor, raised());
    expect((await waiting()).filter((each) => each.robot === robot)).toEqual([]);
  });

  it('counts only what fails in a row, over all that it is told', async () => {
    const robot = await addRobot();
    const failed = async (): Promise<unknown> => (await test.sql<{ failed: number }>('SELECT failure_count AS failed FROM notice_robot WHERE id = $1', [robot]))[0]?.failed;
    for (const [answers, count] of [[[500, 500, 500], 3], [[200], 0], [[500, 500], 2]] as const) {
      for (const status of answers) {
        chat.answer(status, { errcode: 0 });
        const news = raised();
        await tell.execute(actor, news);
        const own = (await waiting()).filter((each) => each.robot === robot).at(-1);
        await deliver(own!.id, status === 200 ? 1 : 5);
      }
      expect(await failed()).toBe(count);
    }
  });

  it('that is paused or removed while something is on its way to it says nothing', async () => {
    const [paused, removed] = [await addRobot(), await addRobot()];
    await tell.execute(actor, raised());
    const own = (await waiting()).filter(({ robot }) => robot !== null);
    await test.sql('UPDATE notice_robot SET paused_at = now() WHERE id = $1', [paused]);
    await test.sql('DELETE FROM notice_robot WHERE id = $1', [removed]);
    for (const { id } of own) await deliver(id);
    expect(chat.said).toEqual([]);
  });

  it('has its address sealed, for its own row', async () => {
    const robot = await addRobot();
    const [row] = await test.sql<{ sealed: string; hint: string }>('SELECT address_sealed AS sealed, address_hint AS hint FROM notice_robot WHERE id = $1', [robot]);
    expect(row).toEqual({ sealed: expect.stringMatching(/^s1\./), hint: `${chat.host} …ey=k` });
    await expect(post.say({ id: randomUUID(), kind: 'wecom', addressSealed: row!.sealed }, 'a')).rejects.toMatchObject({ code: 'VAULT.BROKEN' });
    expect(() => post.seal(robot, { url: 'https://127.0.0.1/', secret: '' })).toThrow(expect.objectContaining({ code: 'OUTGOING.ADDRESS' }));
  });
});

describe('what comes by itself', () => {
  const upkeep = (): Promise<void> => new UpkeepSchedule(db.system, notices, log).execute();
  const addKey = async (expiresIn: string, madeAgo = '60 days'): Promise<string> => {
    const id = randomUUID();
    await test.sql(`INSERT INTO api_key (tenant_id, id, user_id, name, permissions, digest, created_at, expires_at) VALUES ($1, $2, $3, '能耗看板', '{}', $4, now() - $6::interval, now() + $5::interval)`, [actor.tenantId, id, people.owner, Buffer.from(id), expiresIn, madeAgo]);
    return id;
  };

  it('is a key that expires within a week: its maker is told once', async () => {
    const soon = await addKey('6 days');
    await addKey('8 days');
    await addKey('-1 days');
    await addKey('1 hours', '1 hours');
    await upkeep();
    const [first, ...more] = await promised('notices.raised');
    expect([first?.payload, more]).toEqual([expect.objectContaining({ noticeId: soon, kind: 'api-key.expiring', personId: people.owner, facts: { name: '能耗看板', expiresOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) } }), []]);
    await tell.execute(actor, first!.payload as PayloadOf<typeof noticeRaised>);
    await upkeep();
    expect([await promised('notices.raised'), await inboxes()]).toEqual([[expect.anything()], { owner: 1 }]);
  });

  it('is that what is older than a year goes', async () => {
    const [old, young] = [raised(), raised()];
    for (const news of [old, young]) await tell.execute(actor, news);
    await test.sql(`UPDATE notice SET raised_at = now() - interval '366 days' WHERE id = $1`, [old.noticeId]);
    await upkeep();
    expect(await test.sql('SELECT id FROM notice WHERE tenant_id = $1', [actor.tenantId])).toEqual([{ id: young.noticeId }]);
    expect(await inboxes()).toEqual({ owner: 1, admin: 1, viewer: 1 });
  });
});
