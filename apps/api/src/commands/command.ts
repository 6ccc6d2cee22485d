import { toAppError } from '@tenon/kernel';

/** What a command of the api's is given, and where its words go, a line at a time. */
export interface CommandContext {
  readonly args: readonly string[];
  /** @throws AppError (invalid) where the environment names no database */
  databaseUrl(): string;
  /** All of standard input. */
  input(): Promise<string>;
  say(line: string): void;
  complain(line: string): void;
}

/** @returns whether all it looked at is well */
export type Command = (context: CommandContext) => Promise<boolean>;

/** Runs a command and says why it failed, if it did. @returns its exit code */
export async function exitCodeOf(command: Command, context: CommandContext): Promise<0 | 1> {
  try {
    return (await command(context)) ? 0 : 1;
  } catch (error) {
    const { kind, message, code } = toAppError(error);
    context.complain(kind === 'bug' && error instanceof Error ? (error.stack ?? error.message) : `${message} (${code})`);
    return 1;
  }
}
