import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AuditCheckModule, VerifyChains } from '@tenon/audit/api';
import { openDatabase } from '@tenon/db';
import { toAppError } from '@tenon/kernel';
import { CoreModule } from '@tenon/nest';
import { createLog, Shutdown } from '@tenon/runtime';
import { describeFile, describeFinding, summarise } from './audit/finding-words.js';
import { readVerification } from './audit/verification.js';
import { verifyFile } from './audit/verify-file.js';
import { readDatabaseUrl } from './env.js';

/** Checks the audit trails of the database that DATABASE_URL names, or an exported one, and says of each whether it is whole. Ends with 1 when one is not. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function verifyDatabase(databaseUrl: string, company: string | undefined): Promise<boolean> {
  const log = createLog({ name: 'verify-audit', level: 'warn' });
  const shutdown = new Shutdown(log);
  const database = openDatabase({ databaseUrl, log, max: 2 });
  shutdown.add('database', () => database.close());
  const app = await NestFactory.createApplicationContext({ module: class {}, imports: [CoreModule.forParts({ database, log }), AuditCheckModule] }, { logger: false, abortOnError: false });
  try {
    const counts = { chains: 0, entries: 0, broken: 0 };
    for await (const finding of app.get(VerifyChains, { strict: false }).execute(company)) {
      counts.chains += 1;
      counts.entries += finding.entries;
      if (finding.faults.length > 0) counts.broken += 1;
      describeFinding(finding).forEach(say);
    }
    say(summarise(counts));
    return counts.broken === 0;
  } finally {
    await app.close();
    await shutdown.run();
  }
}

async function verify(args: readonly string[]): Promise<boolean> {
  const { company, file } = readVerification(args);
  if (file === undefined) return verifyDatabase(readDatabaseUrl(), company);
  const finding = await verifyFile(file);
  describeFile(finding).forEach(say);
  return finding.faults.length === 0;
}

try {
  if (!(await verify(process.argv.slice(2)))) process.exitCode = 1;
} catch (error) {
  const { kind, message, code } = toAppError(error);
  process.stderr.write(kind === 'bug' && error instanceof Error ? `${error.stack ?? error.message}\n` : `${message} (${code})\n`);
  process.exitCode = 1;
}
