import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppointStaff } from '@tenon/identity/api';
import { chatServer, trailOf, watchOutbox, type ChatServer, type OutboxWatch } from '@tenon/testing';
import { NOTICE_KINDS } from '@tenon/domain/notices';
import { guardBystander } from '@tenon/testing/bystander';
import { colleague, whoIs, type Colleague } from './testing/colleagues.js';
import { liveClient } from './testing/live-client.js';
import { otherProcesses, type OtherProcesses } from './testing/other-processes.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let others: OtherProcesses;
let outbox: OutboxWatch;
let chat: ChatServer;
let owner: TestPerson;
let admin: Colleague;
let viewer: Colleague;
let staff: TestPerson;
let company: string;

const PASSWORD = 'quite a long secret';

beforeAll(async () => {
  chat = await chatServer();
  const settings = { OUTGOING_ALLOWED_HOSTS: chat.host };
  api = await testApi(settings);
  outbox = await watchOutbox(api.database);
  others = await otherProcesses(api, settings);
  owner = await api.newcomer('宝山冲压厂');
  company = (await whoIs(owner)).tenant!.id;
  [admin, viewer] = [await colleague(api, company, 'admin'), await colleague(api, company, 'viewer')];
  await api.app.get(AppointStaff, { strict: false }).execute({ email: 'root@tenon.example', password: PASSWORD, name: 'root', role: 'root' });
  staff = await api.signIn('root@tenon.example', PASSWORD);
});
afterAll(async () => {
  await others.close();
  await outbox.close();
  await api.close();
  await chat.close();
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

interface Shown {
  readonly id: string;
  readonly kind: string;
  readonly text: { readonly zh: string; readonly en: string };
  readonly path: string | null;
  readonly readAt: string | null;
}

const LIST = 'query ($first: Int, $after: String, $isUnread: Boolean) { notices(first: $first, after: $after, isUnread: $isUnread) { nodes { id kind text { zh en } path readAt } pageInfo { hasNextPage endCursor } } }';
type Listed = { notices: { nodes: Shown[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } };
const inbox = async (person: TestPerson, args: object = {}): Promise<Shown[]> => (await person.get<Listed>(LIST, args)).notices.nodes;
const kinds = async (person: TestPerson): Promise<string[]> => (await inbox(person)).map(({ kind }) => kind);
const unread = async (person: TestPerson): Promise<number> => (await person.get<{ unreadNotices: number }>('{ unreadNotices }')).unreadNotices;
const faultOf = async (person: TestPerson, query: string, variables: object = {}): Promise<string | undefined> => (await person.ask(query, variables)).errors?.[0]?.extensions.code;
const mailsTo = (email: string): Promise<{ subject: string; body: string }[]> => api.database.sql('SELECT subject, body FROM mail_message WHERE recipient = $1 ORDER BY written_at', [email]);
const setRole = (id: string, roleId: string): Promise<unknown> => owner.get('mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { id } }', { input: { id, roleId } });

describe('an inbox', () => {
  it('tells whom it concerns what happened, through the queue, and by mail where that is usual', async () => {
    await setRole(viewer.id, 'engineer');
    await outbox.idle();
    expect(await inbox(viewer)).toEqual([{ id: expect.any(String), kind: 'member.role-changed', text: { zh: '您的角色从只读成员改为工程师。', en: 'Your role changed. Before: viewer; now: engineer.' }, path: '/settings/people/me', readAt: null }]);
    expect([await inbox(owner), await inbox(admin)]).toEqual([[], []]);
    expect((await mailsTo(viewer.email)).map(({ subject }) => subject)).toEqual(['您的角色有变化 · Your role changed']);
  });

  it('has what the office does to the company, with its reason', async () => {
    await staff.get('mutation ($input: SuspendCompanyInput!) { suspendCompany(input: $input) { id } }', { input: { id: company, reason: '欠费' } });
    await staff.get('mutation ($id: ID!) { resumeCompany(id: $id) { id } }', { id: company });
    await outbox.idle();
    for (const person of [owner, admin, viewer]) expect((await kinds(person)).slice(0, 2).sort()).toEqual(['tenant.resumed', 'tenant.suspended']);
    expect((await inbox(owner)).find(({ kind }) => kind === 'tenant.suspended')?.text.zh).toContain('原因：欠费');
  });

  it('is read in pages, one by one or at once, and only one’s own', async () => {
    const { notices: first } = await owner.get<Listed>(LIST, { first: 1 });
    const { notices: next } = await owner.get<Listed>(LIST, { first: 1, after: first.pageInfo.endCursor });
    expect([first.pageInfo.hasNextPage, next.pageInfo.hasNextPage, first.nodes[0]!.id === next.nodes[0]!.id]).toEqual([true, false, false]);
    const READ = 'mutation ($id: ID!) { markNoticeRead(id: $id) { readAt } }';
    const { id } = first.nodes[0]!;
    const [once, twice] = [await owner.get<{ markNoticeRead: Shown }>(READ, { id }), await owner.get<{ markNoticeRead: Shown }>(READ, { id })];
    expect(once).toEqual({ markNoticeRead: { readAt: expect.any(String) } });
    expect(twice).toEqual(once);
    expect([await unread(owner), await unread(admin)]).toEqual([1, 2]);
    expect((await inbox(owner, { isUnread: true })).map((notice) => notice.id)).toEqual([next.nodes[0]!.id]);
    const [ofViewer] = await inbox(viewer);
    const own = (await inbox(viewer)).find(({ kind }) => kind === 'member.role-changed')!;
    expect([await faultOf(owner, READ, { id: own.id }), await faultOf(owner, READ, { id: 'not an id' })]).toEqual(['NOTICE.NOT_FOUND', 'NOTICE.NOT_FOUND']);
    expect(await owner.get('mutation { markAllNoticesRead }')).toEqual({ markAllNoticesRead: 0 });
    expect([await unread(owner), await unread(admin), ofViewer?.readAt]).toEqual([0, 2, null]);
  });

  it('says how many are unread as it happens', async () => {
    const client = liveClient(api.url, viewer.cookie, {});
    const counts = client.iterate<{ unreadNoticesChanged: number }>({ query: 'subscription { unreadNoticesChanged }' });
    const next = async (): Promise<unknown> => ((await counts.next()) as { value?: { data?: { unreadNoticesChanged: number } } }).value?.data?.unreadNoticesChanged;
    expect(await next()).toBe(3);
    await viewer.get('mutation { markAllNoticesRead }');
    expect(await next()).toBe(0);
    await staff.get('mutation ($input: SuspendCompanyInput!) { suspendCompany(input: $input) { id } }', { input: { id: company, reason: '欠费' } }).then(() => staff.get('mutation ($id: ID!) { resumeCompany(id: $id) { id } }', { id: company }));
    await outbox.idle();
    expect(await unread(viewer)).toBe(2);
    await client.dispose();
    expect(await faultOf({ ...viewer, ask: (query) => api.ask(query) } as TestPerson, '{ unreadNotices }')).toBe('AUTH.SIGN_IN_REQUIRED');
  });

  it('tells of a new device, and of who joined and left', async () => {
    const { id } = (await owner.get<{ invitePerson: { id: string } }>('mutation { invitePerson(input: { email: "li@example.com", roleId: "operator", language: ZH }) { id } }')).invitePerson;
    await outbox.settled(id);
    await outbox.idle();
    const token = /token=(\S+)/.exec((await mailsTo('li@example.com'))[0]!.body)![1];
    await api.post('/api/auth/accept-invitation', { token, name: '李艳', password: PASSWORD });
    await outbox.idle();
    expect((await inbox(owner))[0]).toMatchObject({ kind: 'member.joined', text: { zh: '李艳接受邀请加入了企业，角色是操作员。' } });
    const li = await api.signIn('li@example.com', PASSWORD);
    await outbox.idle();
    expect((await inbox(li)).map(({ kind }) => kind)).toContain('session.new-device');
    await owner.get('mutation ($id: ID!) { removeMember(id: $id) }', { id: (await whoIs(li)).id });
    await outbox.idle();
    expect([(await kinds(admin))[0], (await kinds(owner))[0], (await kinds(viewer)).includes('member.removed')]).toEqual(['member.removed', 'member.joined', false]);
  });
});

describe('what one chooses to be told', () => {
  const CHOOSE = 'mutation ($input: ChooseNoticeInput!) { chooseNotice(input: $input) { kind ways { channel isOn } } }';
  const CHOICES = '{ noticeChoices { kind title { zh en } ways { channel isOn } } }';
  type Choices = { noticeChoices: { kind: string; ways: { channel: string; isOn: boolean | null }[] }[] };

  it('is what may reach one’s role, with the usual ways, until one says otherwise', async () => {
    const ofOwner = (await owner.get<Choices>(CHOICES)).noticeChoices;
    const ofViewer = (await viewer.get<Choices>(CHOICES)).noticeChoices;
    expect(ofOwner).toHaveLength(NOTICE_KINDS.length);
    expect(ofViewer.map(({ kind }) => kind)).not.toContain('MEMBER_JOINED');
    expect(ofOwner.find(({ kind }) => kind === 'SESSION_NEW_DEVICE')?.ways).toEqual([{ channel: 'INBOX', isOn: true }, { channel: 'MAIL', isOn: null }]);
    const off = { kind: 'MEMBER_ROLE_CHANGED', channel: 'MAIL', isOn: false };
    for (let time = 0; time < 2; time += 1) expect(await viewer.get(CHOOSE, { input: off })).toEqual({ chooseNotice: { kind: 'MEMBER_ROLE_CHANGED', ways: [{ channel: 'INBOX', isOn: true }, { channel: 'MAIL', isOn: false }] } });
    const before = (await mailsTo(viewer.email)).length;
    await setRole(viewer.id, 'viewer');
    await outbox.idle();
    expect([(await kinds(viewer))[0], (await mailsTo(viewer.email)).length]).toEqual(['member.role-changed', before]);
    expect(await faultOf(viewer, CHOOSE, { input: { kind: 'SESSION_NEW_DEVICE', channel: 'MAIL', isOn: true } })).toBe('NOTICE.NO_CHOICE');
    expect(await faultOf(owner, CHOOSE, { input: { kind: 'IMPERSONATION_BEGUN', channel: 'INBOX', isOn: false } })).toBe('NOTICE.ALWAYS');
    expect((await trailOf(api.database, company)).filter(({ action }) => action === 'member.notices-chosen')).toHaveLength(1);
  });
});

describe('a company’s robots', () => {
  const ADD = 'mutation ($input: AddRobotInput!) { addRobot(input: $input) { id address noticeKinds failureCount pausedAt } }';
  const UPDATE = 'mutation ($input: UpdateRobotInput!) { updateRobot(input: $input) { name language noticeKinds address failureCount pausedAt } }';
  const TEST = 'mutation ($id: ID!) { testRobot(id: $id) { isTaken status text } }';
  const robot = (more: object = {}) => ({ kind: 'DINGTALK', name: '白班群', language: 'ZH', noticeKinds: ['TENANT_SUSPENDED'], address: { url: `http://${chat.host}/robot/send?access_token=abcdef`, secret: 'SECx' }, ...more });

  it('are added, tried, told through the queue, changed and removed, all of it in the trail without the address', async () => {
    const { addRobot } = await owner.get<{ addRobot: { id: string; address: string } }>(ADD, { input: robot() });
    expect(addRobot).toMatchObject({ address: `${chat.host} …cdef`, noticeKinds: ['TENANT_SUSPENDED'], failureCount: 0, pausedAt: null });
    const { id } = addRobot;
    expect(await owner.get(TEST, { id })).toEqual({ testRobot: { isTaken: true, status: 200, text: '{"errcode":0,"errmsg":"ok"}' } });
    expect(chat.said.at(-1)).toMatchObject({ path: expect.stringMatching(/access_token=abcdef&timestamp=\d{13}&sign=\S+%3D$/), body: { text: { content: expect.stringContaining('测试') } } });
    chat.answer(200, { errcode: 310000, errmsg: 'sign not match' });
    expect(await owner.get(TEST, { id })).toEqual({ testRobot: { isTaken: false, status: 200, text: '{"errcode":310000,"errmsg":"sign not match"}' } });
    chat.answer(200, { errcode: 0, errmsg: 'ok' });

    await staff.get('mutation ($input: SuspendCompanyInput!) { suspendCompany(input: $input) { id } }', { input: { id: company, reason: '欠费' } });
    await staff.get('mutation ($id: ID!) { resumeCompany(id: $id) { id } }', { id: company });
    await outbox.idle();
    expect(chat.said.slice(2).map(({ body }) => (body as { text: { content: string } }).text.content)).toEqual(['企业被停用\n平台停用了企业：数据仍可查看，机器发来的数据暂不接收。原因：欠费\nhttp://localhost:3000/home']);

    expect(await owner.get(UPDATE, { input: { id, isPaused: true } })).toMatchObject({ updateRobot: { name: '白班群', language: 'ZH', pausedAt: expect.any(String) } });
    expect(await owner.get(UPDATE, { input: { id, name: 'Shift A', language: 'EN', noticeKinds: [], isPaused: false } })).toMatchObject({ updateRobot: { name: 'Shift A', language: 'EN', noticeKinds: [], address: addRobot.address, pausedAt: null } });
    expect(await owner.get('mutation ($id: ID!) { removeRobot(id: $id) }', { id })).toEqual({ removeRobot: id });
    expect(await faultOf(owner, 'mutation ($id: ID!) { removeRobot(id: $id) }', { id })).toBe('ROBOT.NOT_FOUND');
    const entries = (await trailOf(api.database, company)).filter(({ action }) => action.startsWith('robot.'));
    expect(entries.map(({ action }) => action)).toEqual(['robot.added', 'robot.tested', 'robot.tested', 'robot.updated', 'robot.updated', 'robot.removed']);
    expect(JSON.stringify(entries)).not.toMatch(/abcdef|SECx/);
  });

  it.each([
    ['ROBOT.NAME_REQUIRED', { name: ' ' }],
    ['ROBOT.NAME_TOO_LONG', { name: '长'.repeat(41) }],
    ['ROBOT.NOTICE_KIND', { noticeKinds: ['MEMBER_ROLE_CHANGED'] }],
    ['ROBOT.SECRET_TOO_LONG', { address: { url: 'https://a.example/', secret: 's'.repeat(201) } }],
    ['OUTGOING.URL', { address: { url: 'robots' } }],
    ['OUTGOING.HTTPS_ONLY', { address: { url: 'http://oapi.dingtalk.com/robot/send' } }],
    ['OUTGOING.ADDRESS', { address: { url: 'https://169.254.169.254/latest/meta-data' } }],
    ['OUTGOING.CREDENTIALS', { address: { url: 'https://a:b@oapi.dingtalk.com/' } }],
    ['OUTGOING.PORT', { address: { url: 'https://oapi.dingtalk.com:6379/' } }],
  ])('are refused with %s', async (code, more) => {
    expect(await faultOf(owner, ADD, { input: robot(more) })).toBe(code);
    expect(await owner.get('{ robots { id } }')).toEqual({ robots: [] });
  });

  it('are tried no more than ten times a minute, and at most twenty', async () => {
    const added = await Promise.all(Array.from({ length: 22 }, () => owner.ask(ADD, { input: robot() })));
    expect(added.map(({ errors }) => errors?.[0]?.extensions.code ?? 'added').sort()).toEqual([...Array.from({ length: 2 }, () => 'ROBOT.TOO_MANY'), ...Array.from({ length: 20 }, () => 'added')]);
    const { robots } = await owner.get<{ robots: { id: string }[] }>('{ robots { id } }');
    const codes: (string | undefined)[] = [];
    for (const { id } of robots.slice(0, 11)) codes.push(await faultOf(owner, TEST, { id }));
    expect(codes.slice(-3)).toEqual(['ROBOT.TOO_MANY_TESTS', 'ROBOT.TOO_MANY_TESTS', 'ROBOT.TOO_MANY_TESTS']);
  });
});
