import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { RepeatedWork, type Log } from '@tenon/runtime';

/** How often something is done by itself. */
export interface Rhythm {
  readonly everyMs: number;
  /** The rest after it failed. */
  readonly afterFailureMs: number;
  /** Event under which a failure is logged, such as `audit.drop-failed`. */
  readonly failureEvent: string;
}

/**
 * What a process does by itself: at start, then again after each rest, until the process ends, which waits for what is under
 * way. Every worker does it, so each schedule says why doing it twice is safe.
 */
export abstract class Schedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly repeated: RepeatedWork;

  protected constructor(protected readonly log: Log, { everyMs, afterFailureMs, failureEvent }: Rhythm) {
    this.repeated = new RepeatedWork({ work: () => this.execute(new Date()), everyMs, afterFailureMs, onFailure: (error) => log.warn(failureEvent, { error }) });
  }

  onApplicationBootstrap(): void {
    this.repeated.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.repeated.close();
  }

  /** Does it once. @param now for what goes by the clock of the process rather than the database's */
  abstract execute(now: Date): Promise<void>;
}
