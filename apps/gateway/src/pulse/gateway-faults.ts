import type { GatheredFault } from '@tenon/devices/ingest';
import type { GatewayFaultCode } from '@tenon/domain/health';
import { describeFault, newMark, type Log, type NotedFault } from '@tenon/runtime';
import { faultCode } from './fault-code.js';

/** What is noted of one fault, beside its code. */
export type FaultNote = Omit<NotedFault, 'operation'>;

interface Gathered extends FaultNote {
  readonly code: GatewayFaultCode;
  readonly count: number;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
}

// What node-postgres says of a connection, in words of its own: they hold nothing of anybody's, and its errors have no code.
const PLAIN_WORDS = /^(Connection terminated|Connection terminated unexpectedly|Connection terminated due to connection timeout|timeout exceeded when trying to connect|Client has encountered a connection error and is not queryable)$/;

/** Gathers what is wrong with this gateway itself, by its code, until it is written down. At most one entry a code, whatever comes. */
export class GatewayFaults {
  private gathered = new Map<GatewayFaultCode, Gathered>();

  /** A log whose lines about faults are noted too, each with a mark by which the line is found. */
  noting(log: Log): Log {
    return { ...log, warn: this.atLevel(log, 'warn'), error: this.atLevel(log, 'error') };
  }

  /** @param agoMs how long ago it was */
  note(code: GatewayFaultCode, note: FaultNote, agoMs = 0): void {
    const lastAtMs = performance.now() - agoMs;
    const before = this.gathered.get(code);
    this.gathered.set(code, { ...note, code, count: (before?.count ?? 0) + 1, firstAtMs: before?.firstAtMs ?? lastAtMs, lastAtMs });
  }

  /** Hands over what is gathered, by `write`; what could not be written is kept for the next time. */
  async handOver(write: (faults: readonly GatheredFault[]) => Promise<void>): Promise<void> {
    const taken = this.gathered;
    if (taken.size === 0) return;
    this.gathered = new Map();
    const nowMs = performance.now();
    try {
      await write([...taken.values()].map(({ firstAtMs, lastAtMs, ...fault }) => ({ ...fault, firstAgoMs: nowMs - firstAtMs, lastAgoMs: nowMs - lastAtMs })));
    } catch (error) {
      this.putBack(taken);
      throw error;
    }
  }

  private putBack(taken: ReadonlyMap<GatewayFaultCode, Gathered>): void {
    for (const [code, fault] of taken) {
      const newer = this.gathered.get(code);
      this.gathered.set(code, newer ? { ...newer, count: newer.count + fault.count, firstAtMs: fault.firstAtMs } : fault);
    }
  }

  private atLevel(log: Log, level: 'warn' | 'error'): Log['warn'] {
    return (event, facts = {}) => {
      const code = faultCode(level, event, facts['error']);
      if (!code) return log[level](event, facts);
      const trace = newMark();
      this.note(code, { event, ...described(facts), trace });
      log[level](event, { ...facts, fault: trace });
    };
  }
}

function described({ error, holder }: Readonly<Record<string, unknown>>): Pick<FaultNote, 'label' | 'frame'> {
  // Another process of the platform's own, by where it runs.
  if (typeof holder === 'string') return { label: holder, frame: '' };
  if (!(error instanceof Error)) return { label: '', frame: '' };
  const { label, frame } = describeFault(error);
  return { label: PLAIN_WORDS.test(error.message) ? `${label}: ${error.message}` : label, frame };
}
