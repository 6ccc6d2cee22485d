import type { TestDatabase } from './test-database.js';

/** Makes the entries of a company's audit trail `months` older, as time would, and links them anew. */
export async function ageTrail(database: TestDatabase, company: string, months: number): Promise<void> {
  await database.sql(`DO $$
    DECLARE
      link bytea := decode(repeat('00', 32), 'hex');
      entry audit_entry;
    BEGIN
      SET LOCAL session_replication_role = replica;
      FOR entry IN SELECT * FROM audit_entry WHERE tenant_id = '${company}' ORDER BY seq LOOP
        entry.at := entry.at - make_interval(months => ${months});
        entry.prev_hash := link;
        link := tenon_audit_hash(entry);
        UPDATE audit_entry SET at = entry.at, prev_hash = entry.prev_hash, hash = link WHERE tenant_id = entry.tenant_id AND seq = entry.seq;
      END LOOP;
      UPDATE audit_head SET hash = link, at = at - make_interval(months => ${months}) WHERE tenant_id = '${company}';
    END $$`);
}
