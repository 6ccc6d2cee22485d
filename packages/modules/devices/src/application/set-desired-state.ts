import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { changedValues, type DesiredValue } from '@tenon/domain/control';
import type { TenantActor } from '@tenon/domain/identity';
import { decodeAttributes } from '@tenon/domain/telemetry';
import { conflict, invalid, toAppError } from '@tenon/kernel';
import { DesiredStateRepository } from '../persistence/desired-state.repository.js';
import { DeviceRepository } from '../persistence/device.repository.js';
import { ReadControl, type Control } from './read-control.js';
import { tellDevice } from './tell-device.js';

/** Of one machine, those that are no longer asked for included. */
const MOST_KEYS = 500;
const LARGEST_STATE = 65_536;

/** What a machine is to be asked for. */
export interface DesiredChange {
  readonly deviceId: string;
  /** By key; null for what is to be asked no more. What is not named stays. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The version that the change is made over; left out, whichever there is. */
  readonly version?: bigint | null | undefined;
}

/** Asks a machine to take a state: it is told at once where it listens, else when it asks or connects again. */
@Injectable()
export class SetDesiredState {
  constructor(
    private readonly db: TenantDb,
    private readonly devices: DeviceRepository,
    private readonly states: DesiredStateRepository,
    private readonly control: ReadControl,
  ) {}

  /**
   * Repeating it changes nothing more. @throws AppError DEVICE.NOT_FOUND; (conflict) STATE.CHANGED_MEANWHILE; (invalid) STATE.NOT_AN_OBJECT, STATE.VALUE for a key or value that a machine
   * itself could not send, STATE.TOO_LARGE above 500 keys or 65,536 characters of JSON
   */
  execute(actor: TenantActor, { deviceId, values, version }: DesiredChange): Promise<Control> {
    const wanted = readValues(values);
    return this.db.transaction(actor, async (tx) => {
      await this.devices.getForUpdate(tx, deviceId);
      const { desiredVersion } = await this.control.inside(tx, deviceId);
      if (version !== undefined && version !== null && version !== desiredVersion) throw conflict('STATE.CHANGED_MEANWHILE', 'Somebody changed the desired state meanwhile.', { version: desiredVersion.toString() });
      const before = await this.states.desired(tx, deviceId);
      const changes = changedValues(before, wanted);
      if (changes.length > 0) {
        checkSize(before, changes);
        await this.states.put(tx, deviceId, desiredVersion + 1n, changes);
        const old = new Map(before.map(({ key, value }) => [key, value]));
        await tx.audit('device.desired-state-set', { deviceId, before: Object.fromEntries(changes.map(([key]) => [key, old.get(key) ?? null])), after: Object.fromEntries(changes) });
        await tellDevice(tx, 'desired', deviceId);
      }
      return this.control.inside(tx, deviceId);
    });
  }
}

/** Values are held to what a machine itself may send, as it is to send them back. */
function readValues(values: unknown): (readonly [string, unknown])[] {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) throw invalid('STATE.NOT_AN_OBJECT', 'The state is an object of keys and values.');
  const removed = Object.entries(values).filter(([, value]) => value === null);
  if (removed.length === Object.keys(values).length) return removed;
  return [...decoded(values), ...removed];
}

function decoded(values: object): readonly (readonly [string, unknown])[] {
  try {
    return decodeAttributes(JSON.stringify(values));
  } catch (error) {
    const { code, message, details } = toAppError(error);
    throw invalid('STATE.VALUE', message, { key: '', ...details, because: code });
  }
}

function checkSize(before: readonly DesiredValue[], changes: readonly (readonly [string, unknown])[]): void {
  const after = new Map<string, unknown>([...before.map(({ key, value }) => [key, value] as const), ...changes]);
  if (after.size > MOST_KEYS || JSON.stringify([...after]).length > LARGEST_STATE) {
    throw invalid('STATE.TOO_LARGE', `The desired state has at most ${MOST_KEYS} keys and ${LARGEST_STATE} characters.`, { maxKeys: MOST_KEYS, maxLength: LARGEST_STATE });
  }
}
