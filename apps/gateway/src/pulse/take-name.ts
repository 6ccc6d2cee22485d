import { onceDatabaseIsBack } from '@tenon/db';
import type { GatewayBeat, GatewayRunRepository } from '@tenon/devices/ingest';
import { MISSED_BEATS } from '@tenon/domain/health';
import { MINUTE_MS } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import { setTimeout as sleep } from 'node:timers/promises';
import { isKnownDead, placeText } from './place.js';

export interface NameSeeker {
  readonly repository: Pick<GatewayRunRepository, 'take'>;
  readonly everyMs: number;
  readonly log: Log;
  readonly beat: () => Promise<GatewayBeat>;
  /** Is told by whom the name is held, whenever it is. */
  readonly onHeld: (by: string) => void;
  /** Is told what is to be told of it while it waits. */
  readonly tell: () => Promise<void>;
}

/**
 * Takes the gateway's name, and waits for it while another process holds it: two of one name would declare each other's machines gone. As Kafka
 * does with brokers of one id, the one that came first keeps it. That is no fault while the other may yet prove to be dead, or is about to end,
 * as when processes are replaced; then it is one, again every minute.
 * @returns how long those had been silent that it replaces and that did not say that they end
 */
export async function takeName({ repository, everyMs, log, beat, onHeld, tell }: NameSeeker): Promise<number[]> {
  let since: number | undefined;
  let nextFaultMs = 0;
  for (;;) {
    const taken = await onceDatabaseIsBack(async () => repository.take(await beat(), isKnownDead), log);
    if (Array.isArray(taken)) return taken;
    const [holder, nowMs] = [placeText(taken), performance.now()];
    onHeld(holder);
    if (since === undefined) {
      log.warn('gateway.waits-for-name', { holder, run: taken.runId, seenAt: taken.seenAt });
      since = nowMs;
      nextFaultMs = nowMs + taken.everyMs * (MISSED_BEATS + 1);
    } else if (nowMs >= nextFaultMs) {
      log.error('gateway.name-taken', { holder, run: taken.runId, seenAt: taken.seenAt, waitedMs: Math.round(nowMs - since) });
      nextFaultMs = nowMs + MINUTE_MS;
      await tell();
    }
    await sleep(everyMs, undefined, { ref: false });
  }
}
