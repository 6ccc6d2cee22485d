import { childName } from '@tenon/domain/devices';
import { notFound, SECOND_MS, toAppError, unavailable, type AppError } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import type { AskedChild, ChildDeviceRepository, ChildState } from './child-device.repository.js';
import { childRefusal, tooManyChildren } from './child-refusal.js';
import { ChildrenOfGateway, type WaitingForChild } from './children-of-gateway.js';
import { Coalescer } from './coalescer.js';
import type { DeviceRef } from './device-ref.js';

/** How much is waited for and remembered. */
export interface ChildLimits {
  /** New machines of one gateway that wait to be added, and of all. */
  readonly maxWaiting: number;
  readonly maxWaitingOfAll: number;
  /** Machines and refusals that are remembered, of all gateways. */
  readonly maxRemembered: number;
  /** For how long a refusal holds before it is looked at again. */
  readonly refusedMs: number;
  /** How often is asked again where nobody was told; how long a message waits in all. */
  readonly againMs: number;
  readonly holdMs: number;
}

export const DEFAULT_CHILD_LIMITS: ChildLimits = { maxWaiting: 2_000, maxWaitingOfAll: 20_000, maxRemembered: 100_000, refusedMs: 10 * SECOND_MS, againMs: 2 * SECOND_MS, holdMs: 30 * SECOND_MS };

const GATHER_MS = 2;

/**
 * Which machine a gateway means by a name. One that is not there yet is asked for where the gateway may bring new ones: the gateway process may
 * not add machines, so the worker does, and its word is waited for. Asking twice for one name, here or in another process, adds one machine.
 */
export class ChildDevices {
  private readonly gateways = new Map<string, ChildrenOfGateway>();
  private readonly questions: Coalescer<AskedChild>;
  private readonly timer: NodeJS.Timeout;
  private waiting = 0;

  constructor(
    private readonly repository: Pick<ChildDeviceRepository, 'ask'>,
    private readonly log: Pick<Log, 'warn'>,
    private readonly limits: ChildLimits = DEFAULT_CHILD_LIMITS,
  ) {
    this.questions = new Coalescer(GATHER_MS, (asked) => this.answer(asked));
    this.timer = setInterval(() => this.lookAfter(), limits.againMs).unref();
  }

  /**
   * The machine that the gateway knows by this name.
   * @param about the name of the company's device type that a new machine gets, where there is such a type
   * @throws AppError (invalid) CHILD.BAD_NAME; (forbidden) CHILD.NOT_A_GATEWAY, CHILD.NOT_LISTED, CHILD.NAME_TAKEN, CHILD.REFUSED; (limited) CHILD.NO_ROOM, CHILD.TOO_MANY_AT_ONCE;
   * (not-found) DEVICE.NOT_FOUND where the gateway itself was removed; (unavailable) DB.UNAVAILABLE, CHILD.NOT_YET
   */
  of(gateway: DeviceRef, name: string, about: { readonly typeName?: string | undefined } = {}): Promise<DeviceRef> {
    const known = this.known(gateway, name);
    return known ? Promise.resolve(known) : new Promise((found, refused) => this.ask(gateway, { name, typeName: about.typeName }, { found, refused }));
  }

  /** The same where it is known already, without waiting: for the way of each message. */
  known(gateway: DeviceRef, name: string): DeviceRef | undefined {
    return this.gateways.get(gateway.deviceId)?.find(name);
  }

  /** How many new machines of this gateway wait to be added: one that brings many is read more slowly. */
  waitingOf(gateway: DeviceRef): number {
    return this.gateways.get(gateway.deviceId)?.waiting.size ?? 0;
  }

  /** The worker has answered something of this gateway. */
  heard(gatewayId: string): void {
    const children = this.gateways.get(gatewayId);
    if (children) this.askAgain(children);
  }

  /** What stands behind this gateway is other, or it is another sort of gateway. */
  forget(gatewayId: string): void {
    const children = this.gateways.get(gatewayId);
    if (!children) return;
    children.forget();
    this.askAgain(children);
  }

  /** A machine was removed, which may have stood behind any. */
  forgetDevice(tenantId: string): void {
    for (const children of this.gateways.values()) if (children.gateway.tenantId === tenantId) this.forget(children.gateway.deviceId);
  }

  /** Announcements were missed. */
  forgetAll(): void {
    for (const gatewayId of this.gateways.keys()) this.forget(gatewayId);
  }

  /** Nobody waits any more. */
  close(): void {
    clearInterval(this.timer);
    for (const children of this.gateways.values()) for (const name of [...children.waiting.keys()]) this.end(children, name, () => children.fail(name, notNow()));
  }

  private ask(gateway: DeviceRef, child: { readonly name: string; readonly typeName: string | undefined }, answer: WaitingForChild['answers'][number]): void {
    try {
      const name = childName(child.name);
      const children = this.childrenOf(gateway);
      const nowMs = Date.now();
      const refusal = children.refusal(name, nowMs);
      if (refusal) throw refusal;
      const before = children.waiting.get(name);
      if (before) return void before.answers.push(answer);
      if (children.waiting.size >= this.limits.maxWaiting) throw tooManyChildren(this.limits.maxWaiting);
      if (this.waiting >= this.limits.maxWaitingOfAll) throw notNow();
      children.waiting.set(name, { sinceMs: nowMs, typeName: child.typeName ?? null, answers: [answer] });
      this.waiting += 1;
      this.question(children, name);
    } catch (error) {
      answer.refused(toAppError(error));
    }
  }

  private childrenOf(gateway: DeviceRef): ChildrenOfGateway {
    const children = this.gateways.get(gateway.deviceId) ?? new ChildrenOfGateway(gateway);
    // The gateway that asked longest ago stands first.
    this.gateways.delete(gateway.deviceId);
    this.gateways.set(gateway.deviceId, children);
    return children;
  }

  private question(children: ChildrenOfGateway, name: string): void {
    this.questions.add({ gateway: children.gateway, name, typeName: children.waiting.get(name)?.typeName ?? null });
  }

  private askAgain(children: ChildrenOfGateway): void {
    for (const name of children.waiting.keys()) this.question(children, name);
  }

  private async answer(questions: readonly AskedChild[]): Promise<void> {
    const asked = new Map(questions.map((child) => [keyOf(child.gateway.deviceId, child.name), child]));
    const changes = new Map([...this.gateways].map(([id, children]) => [id, children.changes]));
    try {
      const states = new Map((await this.repository.ask([...asked.values()], this.limits.refusedMs)).map((state) => [keyOf(state.gatewayId, state.name), state]));
      for (const [key, child] of asked) {
        const children = this.gateways.get(child.gateway.deviceId);
        if (!children?.waiting.has(child.name)) continue;
        // Something was announced meanwhile: it may be an answer from before.
        if (children.changes !== changes.get(child.gateway.deviceId)) this.question(children, child.name);
        else this.settle(children, child.name, states.get(key));
      }
      this.makeRoom();
    } catch (error) {
      // Asked again in a moment, until it has waited too long.
      this.log.warn('devices.children-not-read', { error });
    }
  }

  private settle(children: ChildrenOfGateway, name: string, state: ChildState | undefined): void {
    if (!state) return this.end(children, name, () => children.fail(name, notFound('DEVICE.NOT_FOUND', 'The machine was removed.')));
    const refusal = childRefusal(state);
    const { deviceId } = state;
    if (refusal) this.end(children, name, () => children.refuse(name, refusal, Date.now() + this.limits.refusedMs));
    else if (deviceId !== null) this.end(children, name, () => children.settle(name, { tenantId: children.gateway.tenantId, deviceId }));
  }

  private end(children: ChildrenOfGateway, name: string, answer: () => void): void {
    if (children.waiting.has(name)) this.waiting -= 1;
    answer();
  }

  /** Asks again for those that wait, as an announcement may be lost; and lets go of those that waited too long, whose messages are sent again. */
  private lookAfter(): void {
    const overdueMs = Date.now() - this.limits.holdMs;
    for (const children of this.gateways.values()) {
      for (const [name, { sinceMs }] of [...children.waiting]) {
        if (sinceMs < overdueMs) this.end(children, name, () => children.fail(name, unavailable('CHILD.NOT_YET', 'The machine was not added in time.', { name })));
        else this.question(children, name);
      }
    }
  }

  private makeRoom(): void {
    let remembered = 0;
    for (const children of this.gateways.values()) remembered += children.size;
    for (const [gatewayId, children] of this.gateways) {
      if (remembered <= this.limits.maxRemembered) return;
      if (children.waiting.size > 0) continue;
      remembered -= children.size;
      this.gateways.delete(gatewayId);
    }
  }
}

function keyOf(gatewayId: string, name: string): string {
  return `${gatewayId} ${name}`;
}

function notNow(): AppError {
  return unavailable('CHILD.NOT_YET', 'Too many new machines wait to be added.');
}
