import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../bundle/main.mjs', import.meta.url));

/** A worker as the process it is, which ends only by being killed. */
export class WorkerProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly ended: Promise<unknown>,
  ) {}

  /** Starts one; resolves when it takes jobs. @throws Error where it ends before */
  static async start(env: Readonly<Record<'DATABASE_URL' | 'TENON_DATA_DIR', string>>): Promise<WorkerProcess> {
    const child = spawn(process.execPath, [PROGRAM], { env: { ...env, TENON_SECRET: 'ab'.repeat(32), WORKER_PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    const lines = createInterface(child.stdout);
    await new Promise<void>((resolve, reject) => {
      lines.on('line', (line) => line.includes('"worker.started"') && resolve());
      void ended.then(() => reject(new Error('The worker ended before it took jobs.')));
    });
    return new WorkerProcess(child, ended);
  }

  /** As kill -9 or a lost power supply: nothing of it runs to its end. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
