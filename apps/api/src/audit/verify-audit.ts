import type { CommandContext } from '../commands/command.js';
import { describeFile } from './finding-words.js';
import { readVerification } from './verification.js';
import { verifyFile } from './verify-file.js';

/** Says of each audit trail of the database, or of an exported one, whether it is whole. @returns whether all are */
export async function verifyAudit(context: CommandContext): Promise<boolean> {
  const { company, file } = readVerification(context.args);
  if (file === undefined) {
    // Loaded late: what stands before a database takes seconds to load on a small machine, and neither a file nor a refusal needs it.
    const { verifyDatabase } = await import('./verify-database.js');
    return verifyDatabase(context, company);
  }
  const finding = await verifyFile(file);
  describeFile(finding).forEach(context.say);
  return finding.faults.length === 0;
}
