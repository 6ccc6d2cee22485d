import { invalid, isUuid } from '@tenon/kernel';
import { parseArgs } from 'node:util';

const USAGE = 'Usage: [--company <id>] or --file <audit.jsonl>';

/** What the command was asked for. */
export interface VerificationRequest {
  /** The one company to look at; all without it. */
  readonly company: string | undefined;
  /** An exported trail to look at instead of the database. */
  readonly file: string | undefined;
}

/** Reads the command's arguments. @throws AppError (invalid) AUDIT.ARGUMENTS */
export function readVerification(args: readonly string[]): VerificationRequest {
  try {
    const text = { type: 'string' } as const;
    const { company, file } = parseArgs({ args: [...args], options: { company: text, file: text } }).values;
    if (company !== undefined && !isUuid(company)) throw new Error('A company is named by its id.');
    if (company !== undefined && file !== undefined) throw new Error('A file is of one company.');
    return { company, file };
  } catch (error) {
    throw invalid('AUDIT.ARGUMENTS', `${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
