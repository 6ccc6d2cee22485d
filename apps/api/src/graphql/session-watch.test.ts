import { describe, expect, it } from '@jest/globals';
import type { UserActor } from '@tenon/domain/identity';
import { tenantId, unavailable, userId } from '@tenon/kernel';
import { PrincipalResolver, type Principal } from '@tenon/nest';
import { createLog } from '@tenon/runtime';
import { SessionWatch, type WatchedSocket } from './session-watch.js';

const TENANT = '00000000-0000-4000-8000-000000000001';
const PERSON = '00000000-0000-4000-8000-0000000000aa';

function person(permissions: readonly string[] = ['device:read']): Principal {
  const who = { userId: userId(PERSON), email: 'a@example.com', name: 'A' };
  const user: UserActor = { kind: 'user', ...who, tenantId: tenantId(TENANT), permissions: new Set(permissions) };
  return { ...who, isEmailVerified: true, session: { id: 'session', startedAt: new Date(0), ssoCompanyId: null }, user, place: null, staffRole: null, staff: null, hasSecondFactor: false, lacksSecondFactor: { company: false, office: false }, lacksSingleSignOn: false };
}

/** A watch whose clock and whose answer about the one person there is are set by the test. */
class Scene extends PrincipalResolver {
  nowMs = 0;
  looks = 0;
  answer: Principal | null | Error = person();
  readonly ended: string[] = [];
  readonly watch = new SessionWatch({ principals: this, log: createLog({ name: 'test', level: 'silent' }), everyMs: 1_000, nowMs: () => this.nowMs });

  async resolve(): Promise<Principal | null> {
    this.looks += 1;
    if (this.answer instanceof Error) throw this.answer;
    return this.answer;
  }

  socket(name = 'socket'): WatchedSocket {
    return { headers: { cookie: name }, end: () => void this.ended.push(name) };
  }
}

describe('SessionWatch', () => {
  it('looks before an event is handed on, when the last look is too old', async () => {
    const scene = new Scene();
    const socket = scene.socket();
    await scene.watch.enter(socket);
    scene.nowMs = 999;
    expect([await scene.watch.isStillWho(socket), scene.looks]).toEqual([true, 1]);
    scene.nowMs = 1_000;
    expect([await scene.watch.isStillWho(socket), scene.looks]).toEqual([true, 2]);
    scene.answer = null;
    scene.nowMs = 1_999;
    expect(await scene.watch.isStillWho(socket)).toBe(true);
    scene.nowMs = 2_000;
    expect([await scene.watch.isStillWho(socket), scene.ended]).toEqual([false, ['socket']]);
  });

  it('ends a socket whose person may do less, and leaves one that is the same', async () => {
    const scene = new Scene();
    await scene.watch.enter(scene.socket());
    await scene.watch.lookAgain(() => true);
    expect(scene.ended).toEqual([]);
    scene.answer = person([]);
    await scene.watch.lookAgain(() => true);
    expect(scene.ended).toEqual(['socket']);
  });

  it('looks at once at those of whom something is told, and at nobody else', async () => {
    const scene = new Scene();
    await scene.watch.enter(scene.socket());
    scene.answer = null;
    await scene.watch.sessionEnded(JSON.stringify({ userId: TENANT }));
    await scene.watch.companyChanged(JSON.stringify({ kind: 'changed', tenantId: TENANT }));
    await scene.watch.sessionEnded('[]');
    expect([scene.looks, scene.ended]).toEqual([1, []]);
    await scene.watch.companyChanged(JSON.stringify({ kind: 'tenant-suspended', tenantId: TENANT }));
    expect(scene.ended).toEqual(['socket']);
  });

  it('ends nothing while the database is away', async () => {
    const scene = new Scene();
    const socket = scene.socket();
    await scene.watch.enter(socket);
    scene.answer = unavailable('DB.UNAVAILABLE', 'away');
    await scene.watch.lookAgain(() => true);
    expect([await scene.watch.isStillWho(socket), scene.ended]).toEqual([true, []]);
    scene.answer = new Error('a fault');
    await scene.watch.lookAgain(() => true);
    expect(scene.ended).toEqual(['socket']);
  });

  it('hands nothing on to whoever never came in, and forgets who left', async () => {
    const scene = new Scene();
    const socket = scene.socket();
    scene.answer = null;
    await scene.watch.enter(socket);
    expect(await scene.watch.isStillWho(socket)).toBe(false);
    scene.answer = person();
    await scene.watch.enter(socket);
    scene.watch.leave(socket);
    const { looks } = scene;
    await scene.watch.lookAgain(() => true);
    expect(scene.looks).toBe(looks);
  });

  it('does not keep a socket that closed while its person was asked for', async () => {
    const scene = new Scene();
    const socket = scene.socket();
    const entering = scene.watch.enter(socket);
    scene.watch.leave(socket);
    await entering;
    await scene.watch.lookAgain(() => true);
    expect(scene.looks).toBe(1);
  });
});
