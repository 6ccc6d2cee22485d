import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RoomInPlan } from '@tenon/billing';
import { noticeRaised } from '@tenon/contracts/events';
import { SystemDb, type SystemTx } from '@tenon/db';
import { isClaimSecret, MOST_GOING_ALONG, newToken, readClaimCode, TOKEN_RANDOM_BYTES } from '@tenon/domain/devices';
import type { UserActor } from '@tenon/domain/identity';
import { CodeAttempts } from '@tenon/identity';
import { conflict, invalid, notFound, type TenantId } from '@tenon/kernel';
import { readDeviceName } from '../../application/device-name.js';
import { tokenDigest, tokenPrefix } from '../../persistence/device-token.repository.js';
import { TakingRepository, type FoundBy, type GoingChild, type GoingMachine, type OpenHandover } from '../persistence/taking.repository.js';
import { tellMove } from './tell-move.js';

/** What somebody says who wants to take a machine over: a code, or the machine's name and its secret. */
export interface Claim {
  readonly code?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly secret?: string | null | undefined;
}

/** A machine that was taken over; with a token, which nobody sees again, where it did not keep its own. */
export interface ClaimedDevice {
  readonly deviceId: string;
  readonly token: string | null;
}

interface Taking {
  readonly actor: UserActor;
  readonly by: FoundBy | null;
  readonly name: string | null;
}

/** What went, from whom, and what went with it. */
interface Moved {
  readonly actor: UserActor;
  readonly open: OpenHandover;
  readonly machine: GoingMachine;
  readonly along: readonly GoingMachine[];
}

const none = (): Error => notFound('CLAIM.NOT_FOUND', 'Nothing can be taken over by this.');

/**
 * Takes a machine over that another company released. It begins anew here and is retired there, with whatever stands behind it, in one transaction; what
 * lets it in goes with it unless its former company wanted otherwise. A code is good once: repeating it fails with CLAIM.NOT_FOUND.
 */
@Injectable()
export class ClaimDevice {
  constructor(
    private readonly db: SystemDb,
    private readonly attempts: CodeAttempts,
    private readonly taking: TakingRepository,
    private readonly room: RoomInPlan,
  ) {}

  /** What would be taken over, and whose it is. @throws AppError (not-found) CLAIM.NOT_FOUND, whatever the reason; (limited) AUTH.TOO_MANY_ATTEMPTS */
  look(actor: UserActor, claim: Claim): Promise<OpenHandover> {
    const by = foundBy(claim);
    return this.attempts.guess(actor, () => this.db.run('devices: look at a machine that is released', (tx) => this.find(tx, actor, by)));
  }

  /** @throws AppError as {@link look}; (conflict) CLAIM.OWN, DEVICE.NAME_TAKEN, CLAIM.TOO_MANY_BEHIND; (limited) QUOTA.REACHED; what a name may be refused with */
  execute(actor: UserActor, claim: Claim, wanted: { readonly name?: string | null | undefined }): Promise<ClaimedDevice> {
    const taking = { actor, by: foundBy(claim), name: wanted.name ? readDeviceName(wanted.name) : null };
    return this.attempts.guess(actor, () => this.db.run('devices: take a released machine over', (tx) => this.take(tx, taking)));
  }

  private async find(tx: SystemTx, { tenantId }: UserActor, by: FoundBy | null): Promise<OpenHandover> {
    const open = by && (await this.taking.find(tx, by));
    if (!open) throw none();
    if (open.tenantId === tenantId) throw conflict('CLAIM.OWN', 'The machine is this company’s already.');
    return open;
  }

  private async take(tx: SystemTx, { actor, by, name }: Taking): Promise<ClaimedDevice> {
    const { tenantId } = actor;
    const seen = await this.find(tx, actor, by);
    const expected = await this.taking.countChildren(tx, seen);
    if (expected > MOST_GOING_ALONG) throw conflict('CLAIM.TOO_MANY_BEHIND', `At most ${MOST_GOING_ALONG} machines go with their gateway.`, { limit: MOST_GOING_ALONG });
    // Counted before anything is locked, in the order in which all take a place of the plan.
    await this.room.takeFor(tx, tenantId, 'devices', 1 + expected);
    await this.taking.lock(tx, seen);
    // As it is now that nobody changes it: it may have been taken, renamed or put behind another gateway meanwhile.
    const open = await this.find(tx, actor, by);
    const children = await this.taking.children(tx, open, MOST_GOING_ALONG);
    if (children.length > expected) await this.room.takeFor(tx, tenantId, 'devices', 1 + children.length);
    const machine = { from: open.tenantId, to: tenantId, formerId: open.deviceId, id: tx.newId(), name: name ?? open.name, gatewayMode: open.gatewayMode, behind: null };
    await this.taking.move(tx, machine);
    const token = await this.credentials(tx, machine, open.keepsCredentials);
    const along = await this.along(tx, machine, children);
    await this.tell(tx, { actor, open, machine, along });
    return { deviceId: machine.id, token };
  }

  private async credentials(tx: SystemTx, machine: GoingMachine, keepsCredentials: boolean): Promise<string | null> {
    if (keepsCredentials) {
      await this.taking.moveTokens(tx, machine);
      return null;
    }
    const token = newToken(randomBytes(TOKEN_RANDOM_BYTES));
    await this.taking.replaceTokens(tx, machine, { digest: tokenDigest(token), prefix: tokenPrefix(token) });
    return token;
  }

  /** What stands behind the machine goes with it, under another name where its own is taken. */
  private async along(tx: SystemTx, gateway: GoingMachine, children: readonly GoingChild[]): Promise<GoingMachine[]> {
    const taken = await this.taking.takenNames(tx, gateway.to, children.map(({ name }) => name));
    const going = children.map(({ id: formerId, name, knownAs }): GoingMachine => {
      const id = tx.newId();
      return { ...gateway, formerId, id, name: taken.has(name) ? toldApart(name, id) : name, gatewayMode: 'none', behind: { gatewayId: gateway.id, knownAs } };
    });
    for (const machine of going) {
      await this.taking.move(tx, machine);
      await this.taking.moveTokens(tx, machine);
    }
    return going;
  }

  private async tell(tx: SystemTx, { actor, open, machine, along }: Moved): Promise<void> {
    const { from, to, formerId, id, name } = machine;
    const takerName = await this.taking.companyName(tx, to);
    await this.taking.settle(tx, open, { takerName, formerIds: [formerId, ...along.map((one) => one.formerId)] });
    await tx.auditBySystem(from, 'device.handed-over', { deviceId: formerId, name: open.name, to: takerName, machines: 1 + along.length });
    await tx.auditOf(to, { id: actor.userId, email: actor.email }, actor.origin, 'device.taken-over', { deviceId: id, name, from: open.companyName, machines: 1 + along.length });
    await this.notice(tx, from, 'device.handed-over', { subjectId: formerId, facts: { name: open.name, company: takerName } });
    await this.notice(tx, to, 'device.taken-over', { subjectId: id, actorId: actor.userId, facts: { name, company: open.companyName } });
    for (const one of [machine, ...along]) await tellMove(tx, one);
    if (along.length > 0) await tellMove(tx, machine, 'children-changed');
    if (open.parentId !== null) await tellMove(tx, { ...machine, formerId: open.parentId }, 'children-changed');
  }

  private notice(tx: SystemTx, tenantId: TenantId, kind: 'device.handed-over' | 'device.taken-over', of: { readonly subjectId: string; readonly actorId?: string; readonly facts: Record<string, string> }): Promise<void> {
    return tx.enqueueFor(tenantId, noticeRaised, { noticeId: tx.newId(), kind, ...of });
  }
}

const TOLD_APART_BY = 4;
const LONGEST_NAME = 80;

function toldApart(name: string, id: string): string {
  return `${name.slice(0, LONGEST_NAME - TOLD_APART_BY - 1)} ${id.slice(0, TOLD_APART_BY)}`;
}

/** What a claim looks for; null where it can be nothing that there is. @throws AppError (invalid) CLAIM.INCOMPLETE */
function foundBy({ code, name, secret }: Claim): FoundBy | null {
  if (code) {
    const read = readClaimCode(code);
    return read === null ? null : { codeDigest: tokenDigest(read) };
  }
  if (!name || !secret) throw invalid('CLAIM.INCOMPLETE', 'A claim says a code, or a name and a secret.');
  return isClaimSecret(secret) ? { name: name.trim(), secretDigest: tokenDigest(secret) } : null;
}
