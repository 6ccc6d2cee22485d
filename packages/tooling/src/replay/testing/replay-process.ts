import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../main.mjs', import.meta.url));

/** `npm run replay` at work. */
export interface ReplayProcess {
  readonly ended: Promise<{ readonly code: number; readonly output: string }>;
  /** Ctrl-C. */
  interrupt(): void;
  /** Resolves when something is so, or the process has ended. */
  until(isSo: () => Promise<boolean>): Promise<void>;
}

export function replayProcess(args: readonly string[], env: Readonly<Record<string, string>>): ReplayProcess {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: '/usr/bin:/bin', CI: '1', ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = once(child, 'close').then(([code]: unknown[]) => ({ code: typeof code === 'number' ? code : -1, output }));
  return {
    ended,
    interrupt: () => void child.kill('SIGINT'),
    until: async (isSo) => {
      while (child.exitCode === null && !(await isSo())) await sleep(50);
    },
  };
}
