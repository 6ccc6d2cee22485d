import type { Log } from './log.js';

/** Something to close when the process stops. */
export type Closer = () => Promise<void> | void;

/** Closes what was added, last added first, once. */
export class Shutdown {
  private readonly closers: { name: string; close: Closer }[] = [];
  private running: Promise<void> | undefined;

  constructor(
    private readonly log: Log,
    private readonly deadlineMs = 10_000,
  ) {}

  add(name: string, close: Closer): void {
    this.closers.push({ name, close });
  }

  /** Closes everything; safe to call again. A closer that fails does not keep the others from closing. */
  run(): Promise<void> {
    this.running ??= this.closeAll();
    return this.running;
  }

  /** Stops on SIGTERM, SIGINT and, when supervised, on the end of standard input, by which a killed supervisor is noticed. */
  listen(isSupervised: boolean): void {
    const stop = (): void => void this.stopProcess();
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    if (!isSupervised) return;
    process.stdin.once('end', stop).once('close', stop).once('error', stop).resume();
  }

  private async stopProcess(): Promise<void> {
    const forced = setTimeout(() => process.exit(1), this.deadlineMs);
    forced.unref();
    await this.run();
    process.exit(0);
  }

  private async closeAll(): Promise<void> {
    for (const { name, close } of this.closers.reverse()) {
      try {
        await close();
      } catch (error) {
        this.log.warn('process.close-failed', { part: name, error });
      }
    }
  }
}
