import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ENGINE = fileURLToPath(new URL('../schema-engine.mjs', import.meta.url));

export interface Answer {
  id: number;
  result?: Record<string, unknown>;
  error?: { data: { message: string; is_panic: boolean } };
}

/** The engine as a process, spoken to as the CLI does. */
export function startEngine(databaseUrl: string) {
  const child = spawn(ENGINE, ['--datasource', JSON.stringify({ url: databaseUrl })], { stdio: ['pipe', 'pipe', 'ignore'] });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const waiting = new Map<number, (answer: Answer) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const answer = JSON.parse(line) as Answer;
    waiting.get(answer.id)?.(answer);
  });
  let lastId = 0;
  return {
    exited,
    call(method: string, params?: object): Promise<Answer> {
      const id = ++lastId;
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
      return new Promise((resolve) => waiting.set(id, resolve));
    },
    signal: (name: NodeJS.Signals) => child.kill(name),
    async end(): Promise<number | null> {
      child.stdin.end();
      return exited;
    },
  };
}
