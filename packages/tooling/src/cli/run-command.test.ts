import { constants } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { isAlive } from './process-identity.mjs';
import { runCommand } from './run-command.mjs';

/** Says its number once it is ready, and then waits for ever. */
const WAITING = 'setInterval(() => undefined, 1_000); console.log(process.pid);';
const STUBBORN = `process.on('SIGTERM', () => console.log('not yet')); ${WAITING}`;

/** Runs this program and breaks it off as soon as it speaks. */
async function brokenOff(program: string, graceMs?: number): Promise<{ code: number; lines: readonly string[] }> {
  const ending = new AbortController();
  return runCommand(process.execPath, ['-e', program], { signal: ending.signal, onLine: () => ending.abort(), ...(graceMs !== undefined && { graceMs }) });
}

describe('runCommand', () => {
  it('gives the exit code and the last lines', async () => {
    expect(await runCommand(process.execPath, ['-e', 'console.log("a\\nb"); console.error("c"); process.exit(3)'], { keepLines: 3 })).toMatchObject({ code: 3 });
  });

  it('says why a program cannot be started', async () => {
    expect(await runCommand('no-such-program', [])).toEqual({ code: 127, lines: [expect.stringContaining('ENOENT')] });
  });

  it('lets a program, and what it starts, take what is left of the processor', async () => {
    const low = constants.priority.PRIORITY_LOW;
    const said = "console.log(require('node:os').getPriority())";
    const own = `${said}; require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(said)}], { stdio: 'inherit' });`;
    expect((await runCommand(process.execPath, ['-e', own], { priority: low })).lines).toEqual([String(low), String(low)]);
  });

  it('ends a program that is broken off', async () => {
    const { code, lines } = await brokenOff(WAITING);
    expect(code).toBe(128);
    expect(isAlive(Number(lines[0]))).toBe(false);
  });

  it('makes one end that was asked and goes on', async () => {
    const { code, lines } = await brokenOff(STUBBORN, 100);
    expect([code, lines[1]]).toEqual([128, 'not yet']);
    expect(isAlive(Number(lines[0]))).toBe(false);
  });
});
