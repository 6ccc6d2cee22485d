import { invalid, isUuid } from '@tenon/kernel';
import { parseArgs } from 'node:util';

const USAGE = 'Usage: [--company <id>]';

/** What the command was asked for. */
export interface VerificationRequest {
  /** The one company to look at; all without it. */
  readonly company: string | undefined;
}

/** Reads the command's arguments. @throws AppError (invalid) AUDIT.ARGUMENTS */
export function readVerification(args: readonly string[]): VerificationRequest {
  try {
    const { company } = parseArgs({ args: [...args], options: { company: { type: 'string' } } }).values;
    if (company !== undefined && !isUuid(company)) throw new Error('A company is named by its id.');
    return { company };
  } catch (error) {
    throw invalid('AUDIT.ARGUMENTS', `${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
