import { Inject, Injectable } from '@nestjs/common';
import { liveMessage } from '@tenon/contracts/wire';
import { TenantDb } from '@tenon/db';
import { demand, systemActor, type TenantActor } from '@tenon/domain/identity';
import { isUuid, notFound, tenantId as toTenantId } from '@tenon/kernel';
import { LOG } from '@tenon/nest';
import { endsAtOnce, Fanout, type Log } from '@tenon/runtime';
import { LatestValues, type CurrentValue } from '../application/latest-values.js';
import { grouped } from '../grouped.js';
import { DueKeys } from './due-keys.js';

/** New values of one machine. */
export interface LiveTelemetry {
  readonly deviceId: string;
  readonly values: readonly CurrentValue[];
}

const READ_EVERY_MS = 250;

const keyOf = (tenantId: string, deviceId: string): string => `${tenantId} ${deviceId}`;

/**
 * Pushes machines' new values to whoever follows them. The process's listener hands in what the gateways tell; machines
 * that somebody follows are then read, once for all their followers, at most four times a second.
 */
@Injectable()
export class LiveValues {
  private readonly fanout = new Fanout<readonly CurrentValue[]>();
  private readonly due = new DueKeys(READ_EVERY_MS, (keys) => this.readAll(keys));

  constructor(
    private readonly db: TenantDb,
    private readonly latest: LatestValues,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Takes one message of LIVE_CHANNEL. */
  heard(payload: string): void {
    const message = liveMessage.safeParse(JSON.parse(payload));
    const keys = message.success ? message.data.map(([tenantId, deviceId]) => keyOf(tenantId, deviceId)) : [];
    this.due.add(keys.filter((key) => this.fanout.has(key)));
  }

  /** Whatever was said while the listener was away was missed: everything followed is read again. */
  missedSome(): void {
    this.due.add(this.fanout.keys());
  }

  /**
   * All newest values of a machine, then those that changed, whenever they do. Ends when the machine is deleted.
   * @throws AppError (not-found) DEVICE.NOT_FOUND, for another company's machine too; (forbidden) AUTH.FORBIDDEN
   */
  follow(actor: TenantActor, deviceId: string): AsyncGenerator<LiveTelemetry, void, void> {
    // Followed before it is read, so that nothing falls in between.
    const states = this.fanout.follow(keyOf(actor.tenantId, deviceId));
    return endsAtOnce(states, this.tell(states, actor, deviceId));
  }

  private async *tell(states: AsyncIterableIterator<readonly CurrentValue[]>, actor: TenantActor, deviceId: string): AsyncGenerator<LiveTelemetry, void, void> {
    try {
      demand(actor, 'telemetry:read');
      let known = await this.first(actor, deviceId);
      if (known.length > 0) yield { deviceId, values: known };
      for await (const state of states) {
        if (state.length === 0 && known.length > 0) return;
        const values = changed(known, state);
        known = state;
        if (values.length > 0) yield { deviceId, values };
      }
    } finally {
      await states.return?.();
    }
  }

  private async first(actor: TenantActor, deviceId: string): Promise<readonly CurrentValue[]> {
    return this.db.read(actor, async (tx) => {
      if (!isUuid(deviceId) || !(await this.latest.knows(tx, deviceId))) throw notFound('DEVICE.NOT_FOUND', 'There is no such machine.', { deviceId });
      return this.latest.read(tx, [deviceId]);
    });
  }

  private async readAll(keys: readonly string[]): Promise<void> {
    const pairs = keys.map((key) => key.split(' ') as [string, string]);
    for (const [tenantId, machines] of grouped(pairs, ([tenantId]) => tenantId)) await this.readCompany(tenantId, machines.map(([, deviceId]) => deviceId));
  }

  private async readCompany(tenantId: string, deviceIds: readonly string[]): Promise<void> {
    try {
      const values = await this.db.read(systemActor(toTenantId(tenantId)), (tx) => this.latest.read(tx, deviceIds));
      const byDevice = grouped(values, ({ deviceId }) => deviceId);
      for (const deviceId of deviceIds) this.fanout.push(keyOf(tenantId, deviceId), byDevice.get(deviceId) ?? []);
    } catch (error) {
      this.log.warn('telemetry.live-read-failed', { tenantId, error });
      this.due.add(deviceIds.map((deviceId) => keyOf(tenantId, deviceId)));
    }
  }
}

function changed(before: readonly CurrentValue[], now: readonly CurrentValue[]): CurrentValue[] {
  const known = new Map(before.map(({ series, atMs, arrival }) => [series.id, `${atMs} ${arrival}`]));
  return now.filter(({ series, atMs, arrival }) => known.get(series.id) !== `${atMs} ${arrival}`);
}
