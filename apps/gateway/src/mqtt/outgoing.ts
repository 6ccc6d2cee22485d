import type { IPubackPacket, IPubcompPacket, IPublishPacket, IPubrecPacket } from 'mqtt-packet';
import { encodePacket } from './control-packets.js';
import type { ProtocolVersion } from './protocol-version.js';
import { REASON } from './reason.js';

/**
 * What became of a message to a machine: `delivered` once its side acknowledged it; `written` where it listens without acknowledging (QoS 0);
 * `lost` when its session ended, or nobody took it, before; `too-large` for what the machine allows; `refused` by its acknowledgement.
 */
export type Delivery = 'delivered' | 'written' | 'lost' | 'too-large' | 'refused';

/** A message to a machine. */
export interface OutgoingMessage {
  readonly topic: string;
  readonly payload: string | Buffer;
  /** Whether it is told as what a broker retained. */
  readonly isRetained?: boolean;
  readonly qos: 0 | 1 | 2;
  readonly properties?: IPublishPacket['properties'];
  /** After this, milliseconds since the epoch, it is no longer worth sending. */
  readonly expiresAtMs?: number;
  /** Told once. */
  readonly done?: (delivery: Delivery) => void;
}

/** Where messages leave while the machine is connected. */
export interface OutgoingLine {
  write(bytes: Buffer): void;
}

/** What the machine allows on one connection. */
export interface OutgoingLimits {
  readonly version: ProtocolVersion;
  /** Messages not acknowledged at once. @see MQTT 5.0, section 3.1.2.11.3 */
  readonly receiveMaximum: number;
  /** Bytes of one packet. */
  readonly maxPacketBytes: number;
}

/** Sent, and waiting for: the first acknowledgement, the last of QoS 2, or its turn to be sent. */
type Stage = 'waiting' | 'sent' | 'released';

interface Entry {
  readonly message: OutgoingMessage;
  stage: Stage;
  /** Whether it was sent on a connection before this one. */
  isRepeated: boolean;
}

/** Shared by all that hold nothing, and never written to. */
const NONE = new Map<number, Entry>();
const HIGHEST_ID = 65_535;
const REFUSED = 0x80;

/**
 * Messages to one machine, part of its session: they leave in their order, no more at once than the machine allows, and what was not acknowledged
 * when a connection ended is sent again on the next. @see MQTT 5.0, section 4.4
 */
export class Outgoing {
  /** By packet id, the oldest first. */
  private entries: Map<number, Entry> = NONE;
  private line: OutgoingLine | null = null;
  private limits: OutgoingLimits = { version: 4, receiveMaximum: 0, maxPacketBytes: 0 };
  private lastId = 0;

  constructor(private readonly maxHeld: number) {}

  /** How many more are taken now. */
  get room(): number {
    return Math.max(0, this.maxHeld - this.entries.size);
  }

  /** The machine is there: what is left from before leaves again, and what waited follows. */
  attach(line: OutgoingLine, limits: OutgoingLimits): void {
    this.line = line;
    this.limits = limits;
    for (const [id, entry] of this.entries) {
      if (entry.stage === 'released') this.writeRelease(id);
      else this.waitAgain(entry);
    }
    this.pump();
  }

  /** The connection ended; what was sent on it waits for the next. @param line that which ended: a newer one stays */
  detach(line: OutgoingLine): void {
    if (this.line === line) this.line = null;
  }

  send(message: OutgoingMessage): void {
    if (message.qos === 0) return this.sendOnce(message);
    if (this.room === 0) return message.done?.('lost');
    // Most machines are never told anything: a map of their own comes with the first message.
    if (this.entries === NONE) this.entries = new Map();
    this.entries.set(this.nextId(), { message, stage: 'waiting', isRepeated: false });
    this.pump();
  }

  /** What the machine's side says of a message. What answers none, of another life perhaps, changes nothing. */
  onPacket({ cmd, messageId = 0, reasonCode = REASON.success }: IPubackPacket | IPubrecPacket | IPubcompPacket): void {
    if (cmd === 'pubrec') return this.onReceived(messageId, reasonCode);
    if (cmd === 'puback') return this.onAcknowledged(messageId, reasonCode);
    if (this.entries.get(messageId)?.stage === 'released') this.end(messageId, 'delivered');
  }

  private onAcknowledged(id: number, reason: number): void {
    const entry = this.entries.get(id);
    if (entry?.stage === 'sent' && entry.message.qos === 1) this.end(id, reason >= REFUSED ? 'refused' : 'delivered');
  }

  /** The machine has it. Answered with PUBREL, which says for a message that there is not that it is over. */
  private onReceived(id: number, reason: number): void {
    const entry = this.entries.get(id);
    const isMeant = entry !== undefined && entry.stage !== 'waiting' && entry.message.qos === 2;
    if (isMeant && reason >= REFUSED) return this.end(id, 'refused');
    if (isMeant) entry.stage = 'released';
    this.writeRelease(id, isMeant ? REASON.success : REASON.noSuchPacketId);
  }

  /** The session is over: nothing of it will be sent again. */
  drop(): void {
    this.line = null;
    const left = [...this.entries.values()];
    this.entries = NONE;
    // What a machine received is delivered, though its last word did not come.
    for (const { message, stage } of left) message.done?.(stage === 'released' ? 'delivered' : 'lost');
  }

  private sendOnce(message: OutgoingMessage): void {
    const bytes = this.line && this.encoded(message, 0, false);
    if (bytes && bytes.length > this.limits.maxPacketBytes) return message.done?.('too-large');
    if (bytes) this.line?.write(bytes);
    message.done?.(bytes ? 'written' : 'lost');
  }

  private waitAgain(entry: Entry): void {
    entry.isRepeated ||= entry.stage === 'sent';
    entry.stage = 'waiting';
  }

  private end(id: number, delivery: Delivery): void {
    const entry = this.entries.get(id);
    this.entries.delete(id);
    entry?.message.done?.(delivery);
    this.pump();
  }

  private pump(): void {
    if (!this.line) return;
    let onTheWay = 0;
    for (const { stage } of this.entries.values()) if (stage !== 'waiting') onTheWay += 1;
    for (const [id, entry] of this.entries) {
      if (onTheWay >= this.limits.receiveMaximum) return;
      if (entry.stage === 'waiting' && this.leave(id, entry)) onTheWay += 1;
    }
  }

  /** @returns whether it was sent */
  private leave(id: number, entry: Entry): boolean {
    const { message } = entry;
    const isExpired = !entry.isRepeated && (message.expiresAtMs ?? Infinity) <= Date.now();
    const bytes = isExpired ? null : this.encoded(message, id, entry.isRepeated);
    if (!bytes || bytes.length > this.limits.maxPacketBytes) {
      this.entries.delete(id);
      message.done?.(bytes ? 'too-large' : 'lost');
      return false;
    }
    entry.stage = 'sent';
    this.line?.write(bytes);
    return true;
  }

  private encoded({ topic, payload, qos, isRetained = false, properties, expiresAtMs }: OutgoingMessage, messageId: number, dup: boolean): Buffer {
    const isFive = this.limits.version === 5;
    const expiry = isFive && expiresAtMs !== undefined ? { messageExpiryInterval: Math.max(1, Math.ceil((expiresAtMs - Date.now()) / 1_000)) } : {};
    const packet: IPublishPacket = { cmd: 'publish', topic, payload, qos, dup, retain: isRetained, ...(isFive && { properties: { ...properties, ...expiry } }), ...(qos > 0 && { messageId }) };
    return encodePacket(packet, this.limits.version);
  }

  private writeRelease(messageId: number, reasonCode: number = REASON.success): void {
    this.line?.write(encodePacket({ cmd: 'pubrel', messageId, ...(this.limits.version === 5 && { reasonCode }) }, this.limits.version));
  }

  private nextId(): number {
    do this.lastId = this.lastId >= HIGHEST_ID ? 1 : this.lastId + 1;
    while (this.entries.has(this.lastId));
    return this.lastId;
  }
}
