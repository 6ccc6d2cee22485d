import pg from 'pg';
import type { TestDatabase } from './test-database.js';

/** Rows of machines that somebody else is at: whoever wants to change these machines waits. */
export interface HeldMachines {
  /** Until so many wait, for these machines or for one another; the test's own time limit ends it. */
  untilWaiting(count: number): Promise<void>;
  release(): Promise<void>;
}

/** Holds machines as another transaction would, so that a test decides at which statement those under test stand still. */
export async function holdMachines(db: TestDatabase, deviceIds: readonly string[]): Promise<HeldMachines> {
  const holder = new pg.Client({ connectionString: db.superuserUrl });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT 1 FROM device WHERE id = ANY ($1) FOR UPDATE', [deviceIds]);
  return {
    untilWaiting: async (count) => {
      while ((await db.sql(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).length < count);
    },
    release: async () => {
      await holder.query('COMMIT');
      await holder.end();
    },
  };
}
