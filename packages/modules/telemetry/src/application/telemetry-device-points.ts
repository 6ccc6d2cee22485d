import { Injectable } from '@nestjs/common';
import { erasePoints } from '@tenon/contracts/jobs';
import type { TenantTx } from '@tenon/db';
import { FootprintRepository } from '../persistence/footprint.repository.js';

/**
 * What deleting a machine asks of telemetry; the application hands it to the module of machines. The machine's metrics
 * and shapes go with its row, and with them everything that could name its points; so these are noted here, before, and
 * their erasure promised in the same transaction.
 */
@Injectable()
export class TelemetryDevicePoints {
  // Made here: the module of machines, in which this is wired, has no repository of ours to hand in.
  private readonly footprints = new FootprintRepository();

  /** Call it with the machine locked and still there. A machine that never sent anything leaves nothing to do. */
  async eraseWith(tx: TenantTx, deviceId: string): Promise<void> {
    const { shapeIds, seriesIds } = await this.footprints.ofDevice(tx, deviceId);
    if (shapeIds.length + seriesIds.length > 0) await tx.enqueue(erasePoints, { deviceId, shapeIds: [...shapeIds], seriesIds: [...seriesIds] });
  }
}
