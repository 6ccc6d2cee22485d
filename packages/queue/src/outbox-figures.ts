import { Gauge, type Registry } from '@tenon/runtime';
import type { Backlog } from './outbox.js';

/** How long one answer is good for: several that watch ask the database no more often. */
const FRESH_MS = 5_000;

/** Lets whoever watches the platform's figures see what waits in the outbox, and since when. Of several workers each says the same. */
export function exposeOutbox(registry: Registry, read: () => Promise<Backlog>): void {
  const registers = [registry];
  const oldest = new Gauge({ name: 'tenon_outbox_oldest_waiting_seconds', help: 'How long the oldest promised job has waited for a worker; 0 where none waits', registers });
  const failed = new Gauge({ name: 'tenon_outbox_failed_jobs', help: 'Jobs that failed for good and wait for a hand', registers });
  let [askedAtMs, isKnown] = [-Infinity, 0];
  void new Gauge({
    name: 'tenon_outbox_is_known',
    help: '1 where the figures of the outbox are of now, 0 where the database did not say',
    registers,
    async collect() {
      if (performance.now() - askedAtMs >= FRESH_MS) {
        askedAtMs = performance.now();
        isKnown = await tellBacklog(read, { oldest, failed });
      }
      this.set(isKnown);
    },
  });
}

/** Figures that stayed as they were would say that all is well, so the rest of the page is shown without them being believed. */
async function tellBacklog(read: () => Promise<Backlog>, { oldest, failed }: Readonly<Record<'oldest' | 'failed', Gauge>>): Promise<0 | 1> {
  try {
    const { oldestWaitingSeconds, failedCount } = await read();
    oldest.set(oldestWaitingSeconds);
    failed.set(failedCount);
    return 1;
  } catch {
    return 0;
  }
}
