import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TENANT_PERMISSIONS } from '@tenon/contracts/permissions';
import { guardBystander } from '@tenon/testing/bystander';
import { colleague, whoIs, type Colleague } from './testing/colleagues.js';
import { mailClerk } from './testing/mail-clerk.js';
import { testApi, type Answer, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let owner: Colleague;
let tenant: string;
beforeAll(async () => {
  api = await testApi({ SIGN_UPS_PER_ADDRESS: '1000' });
});
beforeEach(async () => {
  const person = await api.newcomer('Company');
  const who = await whoIs(person);
  owner = { ...person, id: who.id };
  tenant = who.tenant!.id;
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const join = (role: string): Promise<Colleague> => colleague(api, tenant, role);
const changeRole = (by: TestPerson, id: string, roleId: string): Promise<Answer> => by.ask('mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { role { id } } }', { input: { id, roleId } });
const remove = (by: TestPerson, id: string): Promise<Answer> => by.ask('mutation ($id: ID!) { removeMember(id: $id) }', { id });
const leave = (by: TestPerson): Promise<Answer> => by.ask('mutation { leaveCompany }');
const transfer = (by: TestPerson, input: object): Promise<Answer> => by.ask('mutation ($input: TransferOwnershipInput!) { transferOwnership(input: $input) { role { id } } }', { input });
const createRole = (by: TestPerson, input: object): Promise<Answer> => by.ask('mutation ($input: CreateRoleInput!) { createRole(input: $input) { id permissions } }', { input });
const codeOf = ({ errors }: Answer): string => errors?.[0]?.extensions.code ?? 'done';
const madeRole = async (by: TestPerson, name: string, permissions: readonly string[]): Promise<string> =>
  ((await createRole(by, { name, permissions })).data as { createRole: { id: string } }).createRole.id;
const rolesNow = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await api.database.sql<{ id: string; role: string }>('SELECT user_id AS id, role FROM tenant_member WHERE tenant_id = $1', [tenant])).map(({ id, role }) => [id, role]));
const trail = async (): Promise<{ action: string; details: object }[]> => api.database.sql(`SELECT action, details FROM audit_entry WHERE tenant_id = $1 AND action <> 'tenant.created' ORDER BY seq`, [tenant]);

describe('the list of people', () => {
  it('has everybody with their role, in pages, and finds them by name and mail', async () => {
    const [engineer, viewer] = [await join('engineer'), await join('viewer')];
    const list = 'query ($after: String, $search: String) { members(first: 2, after: $after, search: $search) { totalCount nodes { id role { id kind name } } pageInfo { endCursor hasNextPage } } }';
    type Page = { members: { totalCount: number; nodes: { id: string; role: object }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } };
    const first = (await owner.get<Page>(list)).members;
    const second = (await owner.get<Page>(list, { after: first.pageInfo.endCursor })).members;
    expect([first.totalCount, ...first.nodes, ...second.nodes]).toEqual([
      3,
      { id: owner.id, role: { id: 'owner', kind: 'BUILT_IN', name: null } },
      { id: engineer.id, role: { id: 'engineer', kind: 'BUILT_IN', name: null } },
      { id: viewer.id, role: { id: 'viewer', kind: 'BUILT_IN', name: null } },
    ]);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect((await owner.get<Page>(list, { search: viewer.email.toUpperCase() })).members.nodes.map(({ id }) => id)).toEqual([viewer.id]);
  });

  it('says of each person what they may do and why', async () => {
    const engineer = await join('engineer');
    const { member } = await owner.get<{ member: { access: { permission: string; isAllowed: boolean; reason: string }[] } }>('query ($id: ID!) { member(id: $id) { access { permission isAllowed reason } } }', { id: engineer.id });
    expect(member.access.map(({ permission }) => permission)).toEqual([...TENANT_PERMISSIONS]);
    expect(member.access.filter(({ isAllowed }) => isAllowed).map(({ permission }) => permission).sort()).toEqual([...(await whoIs(engineer)).permissions].sort());
    const why = Object.fromEntries(member.access.map(({ permission, reason }) => [permission, reason]));
    expect([why['device:delete'], why['member:invite'], why['tenant:transfer']]).toEqual(['GRANTED_BY_ROLE', 'NOT_IN_ROLE', 'OWNER_ONLY']);
    await api.database.sql(`UPDATE tenant SET state = 'suspended' WHERE id = $1`, [tenant]);
    const { viewer } = await engineer.get<{ viewer: { member: { access: { permission: string; reason: string }[] } } }>('{ viewer { member { access { permission reason } } } }');
    expect(viewer.member.access.find(({ permission }) => permission === 'device:delete')?.reason).toBe('COMPANY_SUSPENDED');
  });
});

describe('changing a role', () => {
  it('takes effect at the next request, and is written down with before and after', async () => {
    const viewer = await join('viewer');
    const add = 'mutation { createDevice(input: { name: "Press" }) { token } }';
    expect(codeOf(await viewer.ask(add))).toBe('AUTH.FORBIDDEN');
    expect(codeOf(await changeRole(owner, viewer.id, 'engineer'))).toBe('done');
    expect(codeOf(await viewer.ask(add))).toBe('done');
    expect(codeOf(await changeRole(owner, viewer.id, 'engineer'))).toBe('done');
    expect((await trail()).filter(({ action }) => action.startsWith('member.'))).toEqual([{ action: 'member.role-changed', details: { memberId: viewer.id, email: viewer.email, before: 'viewer', after: 'engineer' } }]);
  });

  it('gives no more than one holds, and reaches nobody above', async () => {
    const [admin, other] = [await join('admin'), await join('viewer')];
    const inviters = await madeRole(owner, 'Shift leaders', ['member:update']);
    const leader = await join(inviters);
    expect(codeOf(await changeRole(admin, other.id, 'owner'))).toBe('ROLE.BEYOND_OWN');
    expect(codeOf(await changeRole(admin, owner.id, 'viewer'))).toBe('MEMBER.ABOVE_OWN');
    expect(codeOf(await changeRole(leader, other.id, 'admin'))).toBe('MEMBER.ABOVE_OWN');
    expect(codeOf(await changeRole(leader, leader.id, 'admin'))).toBe('ROLE.BEYOND_OWN');
    expect(codeOf(await changeRole(admin, other.id, 'admin'))).toBe('done');
    expect(codeOf(await changeRole(owner, other.id, 'owner'))).toBe('ROLE.OWNER_BY_TRANSFER');
    expect((await rolesNow())[other.id]).toBe('admin');
  });

  it('of an admin who was demoted meanwhile is refused, though they were let in', async () => {
    const [admin, other] = [await join('admin'), await join('viewer')];
    const outcomes = await Promise.all([changeRole(owner, admin.id, 'viewer'), changeRole(admin, other.id, 'admin')]);
    const isFirst = (await rolesNow())[other.id] === 'admin';
    expect(outcomes.map(codeOf)).toEqual(['done', isFirst ? 'done' : 'AUTH.FORBIDDEN']);
  });
});

describe('the last owner', () => {
  it('is neither demoted nor removed, and does not leave', async () => {
    await join('admin');
    expect([await changeRole(owner, owner.id, 'admin'), await leave(owner), await remove(owner, owner.id)].map(codeOf)).toEqual(['MEMBER.LAST_OWNER', 'MEMBER.LAST_OWNER', 'MEMBER.SELF']);
    expect(Object.values(await rolesNow()).sort()).toEqual(['admin', 'owner']);
  });

  it.each([
    ['demote each other', (by: Colleague, other: Colleague) => changeRole(by, other.id, 'viewer')],
    ['remove each other', (by: Colleague, other: Colleague) => remove(by, other.id)],
    ['leave together', (by: Colleague) => leave(by)],
    ['step down together', (by: Colleague) => changeRole(by, by.id, 'admin')],
  ])('is still there when two owners %s at once', async (_what, act) => {
    for (let round = 0; round < 3; round += 1) {
      const second = await join('owner');
      await Promise.all([act(owner, second), act(second, owner)]);
      const owners = Object.entries(await rolesNow()).filter(([, role]) => role === 'owner');
      expect(owners).toHaveLength(1);
      await api.database.sql('DELETE FROM tenant_member WHERE tenant_id = $1', [tenant]);
      await api.database.sql(`INSERT INTO tenant_member (tenant_id, user_id, role, name, email) VALUES ($1, $2, 'owner', 'x', $3)`, [tenant, owner.id, owner.email]);
    }
  });
});

describe('being removed, and leaving', () => {
  it('ends what one sees of the company at the next request', async () => {
    const engineer = await join('engineer');
    expect(codeOf(await remove(await join('viewer'), engineer.id))).toBe('AUTH.FORBIDDEN');
    expect(codeOf(await remove(owner, engineer.id))).toBe('done');
    expect(codeOf(await engineer.ask('{ devices { totalCount } }'))).toBe('AUTH.FORBIDDEN');
    expect((await engineer.get<{ viewer: object }>('{ viewer { tenant { id } member { id } permissions } }')).viewer).toEqual({ tenant: null, member: null, permissions: [] });
    expect(codeOf(await remove(owner, engineer.id))).toBe('MEMBER.NOT_FOUND');
    expect((await trail()).at(-1)).toMatchObject({ action: 'member.removed', details: { email: engineer.email, role: 'engineer' } });
  });

  it('is told of by one mail, which nothing in the company’s name makes a link of', async () => {
    await api.database.sql(`UPDATE tenant SET name = 'Click evil.example' WHERE id = $1`, [tenant]);
    const [engineer, viewer] = [await join('engineer'), await join('viewer')];
    await remove(owner, engineer.id);
    await leave(viewer);
    const clerk = mailClerk(api);
    await clerk.work(2);
    const [told, left] = [await clerk.mailTo(engineer.email), await clerk.mailTo(viewer.email)];
    await clerk.close();
    expect([told.count, told.subject, left.count]).toEqual([1, '您已离开企业“Click evil example” · You were removed from a company', 0]);
    expect(told.text).toContain('“Click evil example”');
    expect(told.text).not.toContain('evil.example');
  });

  it('makes nobody’s company anew', async () => {
    const second = await join('owner');
    expect(codeOf(await leave(owner))).toBe('done');
    expect((await owner.get<{ viewer: object }>('{ viewer { tenant { id } } }')).viewer).toEqual({ tenant: null });
    await api.database.sql(`UPDATE auth."user" SET "pendingCompanyName" = 'Company' WHERE id = $1`, [owner.id]);
    expect((await owner.get<{ viewer: object }>('{ viewer { tenant { id } } }')).viewer).toEqual({ tenant: null });
    expect(Object.keys(await rolesNow())).toEqual([second.id]);
    expect((await trail()).at(-1)).toMatchObject({ action: 'member.left' });
  });
});

describe('handing the company over', () => {
  const aged = (): Promise<unknown> => api.database.sql(`UPDATE auth.session SET "createdAt" = now() - interval '11 minutes' WHERE "userId" = $1`, [owner.id]);

  it('makes another the owner in one step', async () => {
    const admin = await join('admin');
    expect(codeOf(await transfer(owner, { to: admin.id, password: owner.password }))).toBe('done');
    expect(await rolesNow()).toEqual({ [owner.id]: 'admin', [admin.id]: 'owner' });
    expect(codeOf(await transfer(owner, { to: owner.id, password: owner.password }))).toBe('AUTH.FORBIDDEN');
    expect((await trail()).at(-1)).toMatchObject({ action: 'tenant.transferred', details: { before: { [owner.email]: 'owner' }, after: { [admin.email]: 'owner', [owner.email]: 'admin' } } });
  });

  it('may leave two owners', async () => {
    const viewer = await join('viewer');
    expect(codeOf(await transfer(owner, { to: viewer.id, ownRoleId: 'owner', password: owner.password }))).toBe('done');
    expect(await rolesNow()).toEqual({ [owner.id]: 'owner', [viewer.id]: 'owner' });
    expect(codeOf(await transfer(owner, { to: viewer.id, password: owner.password }))).toBe('MEMBER.ALREADY_OWNER');
  });

  it('asks for the password, unless one has just signed in', async () => {
    const admin = await join('admin');
    await aged();
    expect(codeOf(await transfer(owner, { to: admin.id }))).toBe('AUTH.CONFIRM_REQUIRED');
    expect(codeOf(await transfer(owner, { to: admin.id, password: 'not the right one' }))).toBe('AUTH.WRONG_PASSWORD');
    const fresh = await api.signIn(owner.email, owner.password);
    await api.database.sql('UPDATE auth.session SET "activeOrganizationId" = $2 WHERE "userId" = $1', [owner.id, tenant]);
    expect(codeOf(await transfer(fresh, { to: admin.id }))).toBe('done');
  });

  it('is no way to guess the password', async () => {
    const admin = await join('admin');
    for (let guess = 0; guess < 10; guess += 1) expect(codeOf(await transfer(owner, { to: admin.id, password: `guess number ${guess}` }))).toBe('AUTH.WRONG_PASSWORD');
    expect(codeOf(await transfer(owner, { to: admin.id, password: owner.password }))).toBe('AUTH.TOO_MANY_ATTEMPTS');
    expect((await rolesNow())[owner.id]).toBe('owner');
  });

  it('is for owners', async () => {
    const [admin, other] = [await join('admin'), await join('viewer')];
    expect(codeOf(await transfer(admin, { to: other.id, password: admin.password }))).toBe('AUTH.FORBIDDEN');
    expect(codeOf(await transfer(admin, { to: admin.id, password: admin.password }))).toBe('AUTH.FORBIDDEN');
  });
});

describe('a company’s own role', () => {
  it('gives what it lists, with the reading that goes with it, and changes at once for all who have it', async () => {
    const made = await createRole(owner, { name: '班长', description: '白班', permissions: ['device:update'] });
    const { id, permissions } = (made.data as { createRole: { id: string; permissions: string[] } }).createRole;
    expect(permissions).toEqual(['tenant:read', 'role:read', 'device:read', 'device:update']);
    const leader = await join(id);
    expect([...(await whoIs(leader)).permissions].sort()).toEqual([...permissions].sort());
    await owner.get('mutation ($input: UpdateRoleInput!) { updateRole(input: $input) { id } }', { input: { id, name: '班长', permissions: ['telemetry:read'] } });
    expect((await whoIs(leader)).permissions).toEqual(['tenant:read', 'role:read', 'telemetry:read']);
    const { roles } = await owner.get<{ roles: { id: string; memberCount: number }[] }>('{ roles { id memberCount } }');
    expect(roles.map(({ id: each, memberCount }) => [each, memberCount])).toEqual([['owner', 1], ['admin', 0], ['engineer', 0], ['operator', 0], ['viewer', 0], ['finance', 0], [id, 1]]);
    expect((await trail()).map(({ action }) => action)).toEqual(['role.created', 'role.updated']);
    expect((await trail()).at(-1)?.details).toMatchObject({ before: { permissions }, after: { permissions: ['tenant:read', 'role:read', 'telemetry:read'] } });
  });

  it('does not reach through one thing to another that it does not list', async () => {
    const machines = await join(await madeRole(owner, 'Machines', ['device:read']));
    await owner.get('mutation { createDevice(input: { name: "1#" }) { token } }');
    expect(codeOf(await machines.ask('{ devices { nodes { id } } }'))).toBe('done');
    expect(codeOf(await machines.ask('{ devices { nodes { series { id } } } }'))).toBe('AUTH.FORBIDDEN');
    expect(codeOf(await machines.ask('{ devices { nodes { latestValues { at } } } }'))).toBe('AUTH.FORBIDDEN');
  });

  it('is deleted once nobody has it', async () => {
    const id = await madeRole(owner, 'Guests', ['device:read']);
    const guest = await join(id);
    const del = (): Promise<Answer> => owner.ask('mutation ($id: ID!) { deleteRole(id: $id) }', { id });
    expect(codeOf(await del())).toBe('ROLE.IN_USE');
    await changeRole(owner, guest.id, 'viewer');
    expect([codeOf(await del()), codeOf(await del())]).toEqual(['done', 'ROLE.NOT_FOUND']);
  });

  it('is never more than its maker', async () => {
    const makers = await madeRole(owner, 'Makers', ['role:create', 'role:update', 'role:delete', 'member:update', 'device:read']);
    const stronger = await madeRole(owner, 'Stronger', ['device:delete']);
    const maker = await join(makers);
    const update = (id: string, permissions: readonly string[]): Promise<Answer> => maker.ask('mutation ($input: UpdateRoleInput!) { updateRole(input: $input) { id } }', { input: { id, name: 'X', permissions } });
    expect(codeOf(await createRole(maker, { name: 'Mine', permissions: ['device:delete'] }))).toBe('ROLE.BEYOND_OWN');
    expect(codeOf(await update(makers, ['role:update', 'device:delete']))).toBe('ROLE.BEYOND_OWN');
    expect(codeOf(await update(stronger, ['device:read']))).toBe('ROLE.BEYOND_OWN');
    expect(codeOf(await maker.ask('mutation ($id: ID!) { deleteRole(id: $id) }', { id: stronger }))).toBe('ROLE.BEYOND_OWN');
    expect(codeOf(await createRole(maker, { name: 'Mine', permissions: ['device:read'] }))).toBe('done');
  });

  it.each([
    [{ name: ' ', permissions: [] }, 'ROLE.NAME_REQUIRED'],
    [{ name: 'x'.repeat(41), permissions: [] }, 'ROLE.NAME_TOO_LONG'],
    [{ name: 'x', description: 'x'.repeat(201), permissions: [] }, 'ROLE.DESCRIPTION_TOO_LONG'],
    [{ name: 'x', permissions: ['company:suspend'] }, 'ROLE.PERMISSION_UNKNOWN'],
    [{ name: 'x', permissions: ['tenant:transfer'] }, 'ROLE.OWNER_ONLY'],
  ])('is refused as %j', async (input, code) => {
    expect(codeOf(await createRole(owner, input))).toBe(code);
  });

  it('is one of fifty at most', async () => {
    await api.database.sql(`INSERT INTO tenant_role (tenant_id, id, name, description, permissions) SELECT $1, gen_random_uuid(), 'Role ' || n, '', '{}' FROM generate_series(1, 49) n`, [tenant]);
    expect([await createRole(owner, { name: 'Last', permissions: [] }), await createRole(owner, { name: 'Beyond', permissions: [] })].map(codeOf)).toEqual(['done', 'ROLE.TOO_MANY']);
  });

  it('has a name of its own, and is not one of the platform’s', async () => {
    await madeRole(owner, 'Twice', []);
    expect(codeOf(await createRole(owner, { name: ' Twice ', permissions: [] }))).toBe('ROLE.NAME_TAKEN');
    expect(codeOf(await owner.ask('mutation { updateRole(input: { id: "viewer", name: "x", permissions: [] }) { id } }'))).toBe('ROLE.BUILT_IN');
    expect(codeOf(await owner.ask('mutation { deleteRole(id: "admin") }'))).toBe('ROLE.BUILT_IN');
  });
});
