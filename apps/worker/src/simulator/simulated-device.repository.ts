import type { SystemTx } from '@tenon/db';

/** A simulated machine that should be playing. */
export interface SimulatedDevice {
  readonly id: string;
  readonly profile: string;
}

/** The simulated machines of all active companies. */
export function findSimulatedDevices(tx: SystemTx): Promise<SimulatedDevice[]> {
  return tx.sql<SimulatedDevice>(
    `SELECT d.id, d.profile FROM device d JOIN tenant t ON t.id = d.tenant_id
     WHERE d.kind = 'simulated' AND d.profile IS NOT NULL AND t.state = 'active' ORDER BY d.id`,
  );
}
