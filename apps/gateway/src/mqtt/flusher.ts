import type { Publishing } from './publishing.js';

/** Sends acknowledgements once for all that one batch settled: one write a connection, not one a message. */
export class Flusher {
  private readonly due = new Set<Publishing>();

  readonly soon = (publishing: Publishing): void => {
    if (this.due.size === 0) process.nextTick(() => this.flush());
    this.due.add(publishing);
  };

  /** Sends at once what is due. */
  flush(): void {
    const due = [...this.due];
    this.due.clear();
    for (const publishing of due) publishing.flush();
  }
}
