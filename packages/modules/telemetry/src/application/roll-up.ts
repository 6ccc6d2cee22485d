import { Injectable } from '@nestjs/common';
import { telemetryRolledUp } from '@tenon/contracts/events';
import { TenantDb } from '@tenon/db';
import { systemActor } from '@tenon/domain/identity';
import { HOUR_MS, type TenantId } from '@tenon/kernel';
import { DirtyMinutesRepository, type Claim, type DirtyMinutes } from '../persistence/dirty-minutes.repository.js';
import { RollUpRepository } from '../persistence/roll-up.repository.js';
import { mergedRanges } from '../ranges/time-ranges.js';

/** How much of a company's dirty minutes one transaction takes. */
export interface RollUpSlice {
  /** Only minutes before this. */
  readonly beforeMs: number;
  readonly maxMinutes: number;
}

/** How much one transaction did, and whether more is to be expected. */
export type RollUpProgress = Pick<Claim, 'minutes' | 'hasMore'>;

/** Also where another worker is at it. */
const NOTHING: RollUpProgress = { minutes: 0, hasMore: false };

/** Ranges of one machine nearer than this are told as one. */
const TOLD_AS_ONE_MS = HOUR_MS;
/** A machine whose ranges lie so far apart is told whole: whoever hears it recomputes more, and the message stays small. */
const MAX_RANGES_TOLD = 50;

/**
 * Rolls up a slice of a company's dirty minutes: claims them, computes minutes and hours from distinct points, and tells
 * which machines' ranges changed, all in one transaction. A process that dies on the way leaves everything as it was,
 * dirty marks included; doing a slice twice gives the same aggregates.
 */
@Injectable()
export class RollUp {
  constructor(
    private readonly db: TenantDb,
    private readonly dirtyMinutes: DirtyMinutesRepository,
    private readonly rollUps: RollUpRepository,
  ) {}

  execute(tenantId: TenantId, { beforeMs, maxMinutes }: RollUpSlice): Promise<RollUpProgress> {
    return this.db.transaction(systemActor(tenantId), async (tx) => {
      if (!(await this.dirtyMinutes.begin(tx))) return NOTHING;
      const { machines, ...progress } = await this.dirtyMinutes.claim(tx, beforeMs, maxMinutes);
      if (machines.length === 0) return NOTHING;
      await this.rollUps.refresh(tx, machines);
      await tx.publish(telemetryRolledUp, { ranges: machines.flatMap(told) });
      return progress;
    });
  }
}

function told({ deviceId, ranges }: DirtyMinutes): { deviceId: string; fromMs: number; toMs: number }[] {
  const near = mergedRanges(ranges, TOLD_AS_ONE_MS);
  const few = near.length <= MAX_RANGES_TOLD ? near : mergedRanges(near, Infinity);
  return few.map((range) => ({ deviceId, ...range }));
}
