import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AuditCheckModule, VerifyChains } from '@tenon/audit/api';
import { openDatabase } from '@tenon/db';
import { CoreModule } from '@tenon/nest';
import { createLog, Shutdown } from '@tenon/runtime';
import type { CommandContext } from '../commands/command.js';
import { describeFinding, summarise } from './finding-words.js';

/** Says of each company's audit trail, or of one company's, whether it is whole. @returns whether all are */
export async function verifyDatabase({ databaseUrl, say }: CommandContext, company: string | undefined): Promise<boolean> {
  const log = createLog({ name: 'verify-audit', level: 'warn' });
  const shutdown = new Shutdown(log);
  const database = openDatabase({ databaseUrl: databaseUrl(), log, max: 2 });
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
