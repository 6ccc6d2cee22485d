import { text } from 'node:stream/consumers';
import { readDatabaseUrl } from '../env.js';
import { exitCodeOf, type Command } from './command.js';

/** Runs a command as this process: its arguments, its environment, its terminal, its exit code. */
export async function runAsProcess(command: Command): Promise<void> {
  process.exitCode = await exitCodeOf(command, {
    args: process.argv.slice(2),
    databaseUrl: readDatabaseUrl,
    input: () => text(process.stdin),
    say: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
  });
}
