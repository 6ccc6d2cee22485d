import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { addMetrics, drawMetric } from '@tenon/domain/device-types';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { DeviceRepository } from '../../persistence/device.repository.js';
import { DeviceTypeRepository, type DeviceTypeRow } from '../persistence/device-type.repository.js';
import { SeenMetrics } from './seen-metrics.js';
import { TypeDraft } from './type-draft.js';
import { demandModel } from './type-texts.js';

/** What a machine sends and its type does not know. */
export interface SeenMetricsInput {
  readonly deviceId: string;
  readonly keys: readonly string[];
}

/** Adds metrics that a machine sends to the draft of its type, drawn from what came; the draft begins where there is none. What it has already stays: repeating it changes nothing more. */
@Injectable()
export class AddSeenMetrics {
  constructor(
    private readonly db: TenantDb,
    private readonly devices: DeviceRepository,
    private readonly types: DeviceTypeRepository,
    private readonly seen: SeenMetrics,
    private readonly draft: TypeDraft,
  ) {}

  /** @throws AppError DEVICE.NOT_FOUND; (conflict) DEVICE_TYPE.NONE where the machine has no type, DEVICE_TYPE.NOTHING_SEEN where it sent none of these; (invalid) DEVICE_TYPE.FAULTY */
  execute(actor: TenantActor, { deviceId, keys }: SeenMetricsInput): Promise<DeviceTypeRow> {
    return this.db.transaction(actor, async (tx) => {
      const { id, typeId } = await this.devices.get(tx, deviceId);
      if (typeId === null) throw conflict('DEVICE_TYPE.NONE', 'The machine has no type.');
      const { name } = await this.types.getForUpdate(tx, typeId);
      const seen = await this.seen.ofDevice(tx, id, keys);
      if (seen.length === 0) throw conflict('DEVICE_TYPE.NOTHING_SEEN', 'The machine has sent none of these.');
      const begun = await this.draft.begin(tx, typeId);
      const model = demandModel(addMetrics(begun.model, seen.map(drawMetric)));
      if (model.metrics.length === begun.model.metrics.length) return this.types.get(tx, typeId);
      await this.draft.keep(tx, typeId, model, begun);
      await tx.audit('device-type.draft-saved', { deviceTypeId: typeId, name, changes: seen.map(({ key }) => `metrics ${key} added`) });
      return this.types.get(tx, typeId);
    });
  }
}
