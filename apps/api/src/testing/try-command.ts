import { exitCodeOf, type Command } from '../commands/command.js';

/** How a command ended. */
export interface CommandOutcome {
  readonly code: number | null;
  /** All it wrote, what it complained of too. */
  readonly said: string;
}

/** Runs a command of the api's in this process, on a database under test. */
export async function tryCommand(command: Command, { databaseUrl, args, input = '' }: { databaseUrl: string; args: readonly string[]; input?: string }): Promise<CommandOutcome> {
  const lines: string[] = [];
  const write = (line: string): void => void lines.push(`${line}\n`);
  const code = await exitCodeOf(command, { args, databaseUrl: () => databaseUrl, input: () => Promise.resolve(input), say: write, complain: write });
  return { code, said: lines.join('') };
}
