import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../../..', import.meta.url));
const NO_COMPANY = 'no company acts in it';
const WHOLE_OUTBOX = 'it counts and wipes the whole outbox, in which two companies of its own stand';
const OWN_DATABASES = 'a database for each test, which stands or falls as a whole';

/** The suites that need no bystander, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  'apps/api/src/database-recovers.int.test.ts': OWN_DATABASES,
  'apps/api/src/health.int.test.ts': NO_COMPANY,
  'apps/api/src/impersonation-doors.int.test.ts': 'it compares the rows of the company that is looked at',
  'apps/api/src/isolation.int.test.ts': 'it is itself the proof between two companies',
  'apps/api/src/secrets/rotate-keys.int.test.ts': 'the command opens every secret there is, and a bystander’s are none',
  'apps/api/src/trusted-proxies.int.test.ts': NO_COMPANY,
  'apps/gateway/src/database-away.int.test.ts': OWN_DATABASES,
  'apps/gateway/src/database-recovers.int.test.ts': OWN_DATABASES,
  'apps/gateway/src/name-taken.int.test.ts': OWN_DATABASES,
  'apps/gateway/src/pulse.int.test.ts': OWN_DATABASES,
  'apps/portal/src/server/portal-server.int.test.ts': NO_COMPANY,
  'apps/worker/src/database-recovers.int.test.ts': OWN_DATABASES,
  'apps/worker/src/health.int.test.ts': NO_COMPANY,
  'packages/db/src/health-ledger.int.test.ts': NO_COMPANY,
  'packages/db/src/audit-adoption.int.test.ts': 'it reads rows of before the tables that a bystander needs',
  'packages/db/src/catalogue-walk.int.test.ts': 'it walks over the catalogue, not over rows',
  'packages/db/src/life-adoption.int.test.ts': 'companies of before the migration that gives them their standing',
  'packages/db/src/personal-data.int.test.ts': 'reads the catalogue and a page, and writes nothing',
  'packages/db/src/promise-job.int.test.ts': WHOLE_OUTBOX,
  'packages/db/src/tenancy.int.test.ts': 'it is itself the proof between two companies',
  'packages/http/src/health.int.test.ts': NO_COMPANY,
  'packages/http/src/let-go-when-closing.int.test.ts': NO_COMPANY,
  'packages/http/src/patience.int.test.ts': NO_COMPANY,
  'packages/queue/src/turns.int.test.ts': WHOLE_OUTBOX,
  'packages/modules/telemetry/src/jobs/compaction.schedule.int.test.ts': 'it moves the points of every company there is',
  'packages/modules/telemetry/src/jobs/expiry.schedule.int.test.ts': 'it looks at every company there is',
  'packages/modules/telemetry/src/persistence/clickhouse/clickhouse-store.int.test.ts': 'its points lie in no PostgreSQL, and its contract has another company',
  'packages/runtime/src/outgoing/outgoing-http.int.test.ts': NO_COMPANY,
  'packages/testing/src/bystander/bystander.int.test.ts': 'it tests the guard',
  'packages/tooling/src/infra/alerts.int.test.ts': NO_COMPANY,
  'packages/tooling/src/postgres/closed-parent.int.test.ts': NO_COMPANY,
  'packages/tooling/src/backup/backup.int.test.ts': NO_COMPANY,
  'packages/tooling/src/postgres/postgres.int.test.ts': NO_COMPANY,
};

function suites(): string[] {
  return ['apps', 'packages'].flatMap((top) =>
    readdirSync(path.join(REPOSITORY, top), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.int.test.ts') && !file.includes('node_modules'))
      .map((file) => `${top}/${file}`),
  );
}

it('a company that takes no part stands in every integration suite but those that say why not', () => {
  const unguarded = suites().filter((file) => !readFileSync(path.join(REPOSITORY, file), 'utf8').includes('guardBystander({'));
  expect(unguarded.sort()).toEqual(Object.keys(WITHOUT).sort());
});
