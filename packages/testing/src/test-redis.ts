import { spawn } from 'node:child_process';
import { readRedisUrl } from './env.js';
import { freePort } from './free-port.js';

async function startServer(program: string): Promise<string | undefined> {
  const port = await freePort();
  const child = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const isUp = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', () => resolve(false));
    child.stdout.on('data', (text: Buffer) => {
      if (text.includes('Ready to accept connections')) resolve(true);
    });
  });
  if (!(await isUp)) return undefined;
  process.once('exit', () => child.kill('SIGKILL'));
  child.unref();
  child.stdout.destroy();
  return `redis://127.0.0.1:${port}`;
}

/** Address of a Redis or Valkey for tests: the one configured, else one started here, else undefined where neither is installed. */
export async function testRedis(): Promise<string | undefined> {
  return readRedisUrl() ?? (await startServer('redis-server')) ?? (await startServer('valkey-server'));
}
