import type { DeviceRef } from '@tenon/devices/ingest';
import type { AppError } from '@tenon/kernel';
import type { Delivery } from '../mqtt/outgoing.js';

/** Told once what became of a message: `null` after COMMIT; `isRecorded` where its refusal was written down already, against the machine that it concerns. */
export type EdgeDone = (error: AppError | null, text?: string, isRecorded?: boolean) => void;

/** A message to an edge node. */
export interface EdgeMessage {
  readonly topic: string;
  readonly payload: Buffer;
  /** Whether it is what a broker retained; sent with QoS 1 where the node asked for it, all others with QoS 0. */
  readonly isRetained?: boolean;
  readonly done?: (delivery: Delivery) => void;
}

/** The connection of an edge node, as its session uses it. */
export interface EdgeLine {
  /** The machine that connected. */
  readonly device: DeviceRef;
  /** The death certificate that it left as its will, if any. */
  readonly will: { readonly topic: string; readonly payload: Buffer } | null;
  /** How many commands more it takes now. */
  readonly room: number;
  /** Whether it subscribed to this topic. */
  hears(topic: string): boolean;
  /** Sends where it listens. @returns whether it does */
  deliver(message: EdgeMessage): boolean;
}
