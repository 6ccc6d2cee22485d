import type { SimulatedDevice } from '@tenon/devices/worker';
import type { SystemTx } from '@tenon/db';
import { statesThat } from '@tenon/domain/life';

/** The simulated machines of all companies whose machines are let in. */
export function findSimulatedDevices(tx: SystemTx): Promise<SimulatedDevice[]> {
  return tx.sql<SimulatedDevice>(
    `SELECT d.id, d.profile, d.created_at AS "createdAt" FROM device d JOIN tenant t ON t.id = d.tenant_id
     WHERE d.kind = 'simulated' AND d.profile IS NOT NULL AND d.retired_at IS NULL AND t.state = ANY ($1) ORDER BY d.id`,
    [statesThat('takesTelemetry')],
  );
}
