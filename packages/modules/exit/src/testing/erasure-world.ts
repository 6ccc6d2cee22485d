import { createPool } from '@tenon/db';
import type { SystemActor } from '@tenon/domain/identity';
import { systemActor } from '@tenon/domain/identity';
import { ForgetPeople } from '@tenon/identity';
import { EraseTelemetry } from '@tenon/telemetry';
import { CompanyFootprintRepository } from '../../../telemetry/src/persistence/company-footprint.repository.js';
import { FootprintRepository } from '../../../telemetry/src/persistence/footprint.repository.js';
import { BackupPolicy, CertifyErasure } from '../application/certify-erasure.js';
import { EraseCompany } from '../application/erase-company.js';
import { ReadCertificates } from '../application/read-certificates.js';
import { RunErasure } from '../application/run-erasure.js';
import { EraseCompanyHandler } from '../jobs/erase-company.handler.js';
import { ErasureSchedule } from '../jobs/erasure.schedule.js';
import { CertificateRepository } from '../persistence/certificate.repository.js';
import { ErasureRepository } from '../persistence/erasure.repository.js';
import { SigningKeyRepository } from '../persistence/signing-key.repository.js';
import { exportWorld, type ExportWorld } from './export-world.js';

/** Two companies on a database, and all that erases one of them. */
export interface ErasureWorld extends ExportWorld {
  readonly actor: SystemActor;
  readonly erase: EraseCompany;
  readonly erasures: ErasureRepository;
  readonly schedule: ErasureSchedule;
  readonly certificates: ReadCertificates;
  /** Runs the job, which ends as if it were killed when the signal says so. */
  run(signal?: AbortSignal): Promise<void>;
}

/** What erases companies, on a database of a test's own; company A is the one to go. */
export async function erasureWorld(): Promise<ErasureWorld> {
  const world = await exportWorld();
  const { db, database, folder, keys, log } = world;
  const pool = createPool({ databaseUrl: database.databaseUrl, role: 'tenon_auth', searchPath: 'auth', max: 2 });
  const erasures = new ErasureRepository();
  const telemetry = new EraseTelemetry(db.tenant, new CompanyFootprintRepository(), new FootprintRepository());
  const running = new RunErasure(db.tenant, erasures, telemetry, new ForgetPeople(pool, db.system), folder);
  const handler = new EraseCompanyHandler(running, new CertifyErasure(db.tenant, db.system, erasures, keys, new BackupPolicy(24, 7)));
  const erase = new EraseCompany(db.tenant, erasures);
  const actor = systemActor(world.a.actor.tenantId);
  return {
    ...world,
    actor,
    erase,
    erasures,
    certificates: new ReadCertificates(db.system, new CertificateRepository(), new SigningKeyRepository()),
    schedule: new ErasureSchedule(db.system, erasures, erase, log),
    run: (signal = new AbortController().signal) => handler.handle({ payload: {}, actor, attempt: 1, signal, log }),
    close: async () => {
      await pool.end();
      await world.close();
    },
  };
}
