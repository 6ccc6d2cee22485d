import { Injectable } from '@nestjs/common';
import { PointMeter } from '@tenon/billing';
import { fewRanges, telemetryRolledUp } from '@tenon/contracts/events';
import { TenantDb, type TenantTx } from '@tenon/db';
import { systemActor } from '@tenon/domain/identity';
import type { TenantId } from '@tenon/kernel';
import { DirtyMinutesRepository, type Claim, type DirtyMinutes } from '../persistence/dirty-minutes.repository.js';
import { RollUpRepository, type Refreshed } from '../persistence/roll-up.repository.js';

/** How much of a company's dirty minutes one transaction takes. */
export interface RollUpSlice {
  /** Only minutes before this. */
  readonly beforeMs: number;
  readonly maxMinutes: number;
}

/** How much one transaction did, and whether more is to be expected. */
export type RollUpProgress = Pick<Claim, 'minutes' | 'hasMore'> & Pick<Refreshed, 'aggregates' | 'points' | 'damaged'>;

/** Also where another worker is at it. */
const NOTHING: RollUpProgress = { minutes: 0, hasMore: false, aggregates: 0, points: 0, damaged: [] };

/**
 * Rolls up a slice of a company's dirty minutes: claims them, computes minutes and hours from distinct points, counts by how many
 * these grew, and tells which machines' ranges changed, all in one transaction. A process that dies on the way leaves everything as it was,
 * dirty marks included; doing a slice twice gives the same aggregates.
 */
@Injectable()
export class RollUp {
  constructor(
    private readonly db: TenantDb,
    private readonly dirtyMinutes: DirtyMinutesRepository,
    private readonly rollUps: RollUpRepository,
    private readonly meter: PointMeter,
  ) {}

  /**
   * Computes minutes and hours anew after points of them were deleted, in the transaction that deleted them and holds the company's lock. What the company
   * has used of its plan stays used: only growth is counted, which comes of points that were not rolled up yet.
   */
  async anew(tx: TenantTx, dirty: DirtyMinutes): Promise<void> {
    const { grown } = await this.rollUps.refresh(tx, [dirty]);
    await this.meter.add(tx, grown.filter(({ quantity }) => quantity > 0));
    await tx.publish(telemetryRolledUp, { ranges: fewRanges(dirty.ranges.map((range) => ({ deviceId: dirty.deviceId, ...range }))) });
  }

  execute(tenantId: TenantId, { beforeMs, maxMinutes }: RollUpSlice): Promise<RollUpProgress> {
    return this.db.transaction(systemActor(tenantId), async (tx) => {
      if (!(await this.dirtyMinutes.begin(tx))) return NOTHING;
      const { machines, ...progress } = await this.dirtyMinutes.claim(tx, beforeMs, maxMinutes);
      if (machines.length === 0) return NOTHING;
      const { grown, ...done } = await this.rollUps.refresh(tx, machines);
      await this.meter.add(tx, grown);
      await tx.publish(telemetryRolledUp, { ranges: fewRanges(machines.flatMap(({ deviceId, ranges }) => ranges.map((range) => ({ deviceId, ...range })))) });
      return { ...progress, ...done };
    });
  }
}
