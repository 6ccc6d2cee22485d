import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { CLAIM_CODE_BYTES, HANDOVER_DAYS, MOST_RELEASED_AT_ONCE, newClaimCode, type HandoverWay } from '@tenon/domain/devices';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict, DAY_MS, invalid } from '@tenon/kernel';
import { tellDevice } from '../../application/tell-device.js';
import { DeviceRepository } from '../../persistence/device.repository.js';
import { tokenDigest } from '../../persistence/device-token.repository.js';
import { HandoverRepository, type HandoverRow } from '../persistence/handover.repository.js';

/** Machines that are to be released, and how. */
export interface Release {
  readonly ids: readonly string[];
  readonly way: HandoverWay;
  readonly days?: number | null | undefined;
  readonly keepsCredentials?: boolean | null | undefined;
}

/** A machine that is released, and the code by which it is taken, which nobody sees again; none where the machine tells a secret itself. */
export interface ReleasedDevice {
  readonly handover: HandoverRow;
  readonly name: string;
  readonly code: string | null;
}

/**
 * Releases machines to whichever company takes them; until then nothing changes for them. Releasing again ends the code of before and gives
 * another. All are released or none.
 */
@Injectable()
export class ReleaseDevices {
  constructor(
    private readonly db: TenantDb,
    private readonly devices: DeviceRepository,
    private readonly handovers: HandoverRepository,
  ) {}

  /** How the handing over of machines stands that ever were released. */
  async latest(actor: TenantActor, deviceIds: readonly string[]): Promise<Map<string, HandoverRow>> {
    const rows = await this.db.read(actor, (tx) => this.handovers.latest(tx, deviceIds));
    return new Map(rows.map((row) => [row.deviceId, row]));
  }

  /** @throws AppError (invalid) HANDOVER.HOW_MANY, HANDOVER.DAYS; DEVICE.NOT_FOUND; (conflict) DEVICE.IS_SIMULATED, DEVICE.ALREADY_RETIRED */
  execute(actor: TenantActor, { ids, way, days, keepsCredentials }: Release): Promise<ReleasedDevice[]> {
    const wanted = [...new Set(ids)];
    if (wanted.length < 1 || wanted.length > MOST_RELEASED_AT_ONCE) throw invalid('HANDOVER.HOW_MANY', `1 to ${MOST_RELEASED_AT_ONCE} machines are released at once.`, { limit: MOST_RELEASED_AT_ONCE });
    const lasting = days ?? HANDOVER_DAYS.usual;
    if (lasting < HANDOVER_DAYS.least || lasting > HANDOVER_DAYS.most) throw invalid('HANDOVER.DAYS', `A release holds ${HANDOVER_DAYS.least} to ${HANDOVER_DAYS.most} days.`, { limit: HANDOVER_DAYS.most });
    return this.db.transaction(actor, async (tx) => {
      const released = new Map<string, ReleasedDevice>();
      const terms = { way, keepsCredentials: keepsCredentials ?? true, expiresAt: new Date(tx.now.getTime() + lasting * DAY_MS) };
      // Locked in the order of their ids, as by everybody who locks several; told in the order in which they were chosen, in which labels are printed.
      for (const deviceId of wanted.toSorted()) released.set(deviceId, await this.one(tx, deviceId, terms));
      return wanted.flatMap((deviceId) => released.get(deviceId) ?? []);
    });
  }

  /** Repeating it fails. @throws AppError HANDOVER.NOT_FOUND; (conflict) HANDOVER.OVER */
  withdraw(actor: TenantActor, id: string): Promise<HandoverRow> {
    return this.db.transaction(actor, async (tx) => {
      // The machine first, as whoever takes it does.
      const { deviceId } = await this.handovers.get(tx, id);
      const { name } = await this.devices.getForUpdate(tx, deviceId);
      const { withdrawnAt, takenAt } = await this.handovers.getForUpdate(tx, id);
      if (withdrawnAt || takenAt) throw conflict('HANDOVER.OVER', 'This release is over already.');
      await this.handovers.withdrawOpen(tx, [deviceId]);
      await tx.audit('device.release-withdrawn', { deviceId, name });
      await tellDevice(tx, 'changed', deviceId);
      return this.handovers.get(tx, id);
    });
  }

  private async one(tx: TenantTx, deviceId: string, terms: { readonly way: HandoverWay; readonly keepsCredentials: boolean; readonly expiresAt: Date }): Promise<ReleasedDevice> {
    const { name, kind, retiredAt } = await this.devices.getForUpdate(tx, deviceId);
    if (kind === 'simulated') throw conflict('DEVICE.IS_SIMULATED', 'A simulated machine is nobody’s to hand over.', { name });
    if (retiredAt) throw conflict('DEVICE.ALREADY_RETIRED', 'A machine that is out of use is not handed over.', { name });
    await this.handovers.withdrawOpen(tx, [deviceId]);
    const code = terms.way === 'code' ? newClaimCode(randomBytes(CLAIM_CODE_BYTES)) : null;
    const handover = await this.handovers.insert(tx, { deviceId, ...terms, codeDigest: code === null ? null : tokenDigest(code) });
    await tx.audit('device.released', { deviceId, name, way: terms.way, keepsCredentials: terms.keepsCredentials, expiresAt: terms.expiresAt.toISOString() });
    await tellDevice(tx, 'changed', deviceId);
    return { handover, name, code };
  }
}
