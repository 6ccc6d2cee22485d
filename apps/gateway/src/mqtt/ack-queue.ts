import { encodePacket, writeAck } from './control-packets.js';
import type { ProtocolVersion } from './protocol-version.js';
import { REASON } from './reason.js';

/** A PUBLISH that waits for its acknowledgement. */
export interface Unacknowledged {
  readonly packetId: number;
  readonly kind: 'puback' | 'pubrec';
  /** `null` until it is known. */
  reason: number | null;
  reasonString: string | undefined;
}

/**
 * What a client sent and was not answered yet. Answers leave in the order the messages came, as the protocol demands, even
 * where a later one is known first. @see MQTT 3.1.1, section 4.6
 */
export class AckQueue {
  private entries: Unacknowledged[] = [];
  private first = 0;
  /** How many of them wait for a PUBACK. */
  pubacks = 0;

  constructor(private readonly version: ProtocolVersion) {}

  get size(): number {
    return this.entries.length - this.first;
  }

  open(packetId: number, kind: 'puback' | 'pubrec'): Unacknowledged {
    const entry: Unacknowledged = { packetId, kind, reason: null, reasonString: undefined };
    this.entries.push(entry);
    if (kind === 'puback') this.pubacks += 1;
    return entry;
  }

  /** The acknowledgements that can leave now, as bytes; empty where the oldest is still unknown. */
  take(): Buffer[] {
    const until = this.settledUntil();
    const buffers: Buffer[] = [];
    let run = Buffer.allocUnsafe((until - this.first) * 4);
    let length = 0;
    for (let i = this.first; i < until; i += 1) {
      const entry = this.entries[i] as Unacknowledged;
      if (entry.kind === 'puback') this.pubacks -= 1;
      if (entry.reason === REASON.success || this.version !== 5) {
        length = writeAck(entry.kind, entry.packetId, run, length);
      } else {
        if (length > 0) buffers.push(run.subarray(0, length));
        buffers.push(this.refusal(entry));
        run = run.subarray(length);
        length = 0;
      }
    }
    this.first = until;
    this.compact();
    if (length > 0) buffers.push(run.subarray(0, length));
    return buffers;
  }

  private settledUntil(): number {
    let until = this.first;
    while (until < this.entries.length && this.entries[until]?.reason !== null) until += 1;
    return until;
  }

  private refusal({ kind, packetId, reason, reasonString }: Unacknowledged): Buffer {
    const properties = reasonString === undefined ? {} : { properties: { reasonString } };
    return encodePacket({ cmd: kind, messageId: packetId, reasonCode: reason ?? REASON.implementation, ...properties }, this.version);
  }

  private compact(): void {
    if (this.first < this.entries.length && this.first < 256) return;
    this.entries = this.entries.slice(this.first);
    this.first = 0;
  }
}
