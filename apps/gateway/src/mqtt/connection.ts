import type { X509Certificate } from 'node:crypto';
import type { Packet } from 'mqtt-packet';
import { encodePacket } from './control-packets.js';
import { FrameReader, type FrameSink } from './frame-reader.js';
import type { PeerStream } from './peer-stream.js';
import type { ProtocolVersion } from './protocol-version.js';

const LINGER_MS = 2_000;
// A client that does not read its answers is let go before they fill the memory.
const MAX_UNREAD_BYTES = 256 * 1024;

/** Why a connection is not being read just now, each a bit. */
const HOLDS = { admission: 1, window: 2, rate: 4, pressure: 8, children: 16, leaving: 32 } as const;
export type HoldReason = keyof typeof HOLDS;

/** A socket that speaks packets: reads them while nobody holds it, writes answers, ends politely. */
export class Connection {
  readonly reader: FrameReader;
  readonly address: string;
  lastReadAtMs = Date.now();
  private holds = 0;
  private isEnded = false;

  constructor(
    private readonly socket: PeerStream,
    maxPacketBytes: number,
    sink: FrameSink & { readonly onClosed: () => void },
  ) {
    this.address = socket.remoteAddress ?? '';
    this.reader = new FrameReader(maxPacketBytes, sink);
    socket.on('data', (chunk: Buffer) => this.read(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.isEnded = true;
      this.reader.stop();
      sink.onClosed();
    });
  }

  /** What the other end proved to have the key of, where it showed a certificate. */
  get certificate(): X509Certificate | undefined {
    return this.socket.getPeerX509Certificate?.();
  }

  /** Whether nothing is read from it now, so that its silence is not its own. */
  get isHeld(): boolean {
    return this.holds !== 0;
  }

  get isOpen(): boolean {
    return !this.isEnded;
  }

  hold(reason: HoldReason): void {
    this.holds |= HOLDS[reason];
    this.reader.hold();
    this.socket.pause();
  }

  release(reason: HoldReason): void {
    const isHeldByIt = (this.holds & HOLDS[reason]) !== 0;
    this.holds &= ~HOLDS[reason];
    if (!isHeldByIt || this.isHeld || this.isEnded) return;
    this.lastReadAtMs = Date.now();
    this.reader.release();
    // What was waiting may have given a new reason to hold it.
    if (!this.isHeld) this.socket.resume();
  }

  write(bytes: Buffer): void {
    if (this.isEnded) return;
    this.socket.write(bytes);
    if (this.socket.writableLength > MAX_UNREAD_BYTES) this.socket.destroy();
  }

  /** Resolves when the other end took what was written, or is gone. */
  drained(): Promise<void> {
    if (this.isEnded || !this.socket.writableNeedDrain) return Promise.resolve();
    return new Promise((resolve) => {
      const over = (): void => {
        this.socket.off('drain', over).off('close', over);
        resolve();
      };
      this.socket.on('drain', over).on('close', over);
    });
  }

  send(packet: Packet, version: ProtocolVersion): void {
    this.write(encodePacket(packet, version));
  }

  /** Ends it after a last packet; what the peer still sends is thrown away. */
  end(last?: Buffer): void {
    if (this.isEnded) return;
    this.isEnded = true;
    this.reader.stop();
    if (last) this.socket.write(last);
    this.socket.end();
    this.socket.resume();
    setTimeout(() => this.socket.destroy(), LINGER_MS).unref();
  }

  destroy(): void {
    this.socket.destroy();
  }

  private read(chunk: Buffer): void {
    this.lastReadAtMs = Date.now();
    this.reader.push(chunk);
  }
}
