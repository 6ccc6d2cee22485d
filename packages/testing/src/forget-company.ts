import type { TestDatabase } from './test-database.js';

/** Takes a company out of a database with its audit trail, past the triggers that let nobody do so: as if it had never been made. */
export async function forgetCompany(database: TestDatabase, name: string): Promise<void> {
  await database.sql(`DO $$
    DECLARE forgotten uuid := (SELECT id FROM tenant WHERE name = '${name}');
    BEGIN
      SET LOCAL session_replication_role = replica;
      DELETE FROM audit_entry WHERE tenant_id = forgotten;
      DELETE FROM audit_head WHERE tenant_id = forgotten;
      SET LOCAL session_replication_role = origin;
      DELETE FROM tenant WHERE id = forgotten;
    END $$`);
}
