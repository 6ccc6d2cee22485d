import type { SimulatedDevice } from '@tenon/devices/worker';
import type { SystemTx } from '@tenon/db';

/** The simulated machines of all active companies. */
export function findSimulatedDevices(tx: SystemTx): Promise<SimulatedDevice[]> {
  return tx.sql<SimulatedDevice>(
    `SELECT d.id, d.profile, d.created_at AS "createdAt" FROM device d JOIN tenant t ON t.id = d.tenant_id
     WHERE d.kind = 'simulated' AND d.profile IS NOT NULL AND t.state = 'active' ORDER BY d.id`,
  );
}
