import type { Duplex } from 'node:stream';

/** Bytes to and from whoever connects, whatever carries them: TCP, TLS, or binary frames of a WebSocket. */
export type PeerStream = Duplex & {
  /** The network address at the other end; absent where it is gone already. */
  readonly remoteAddress?: string | undefined;
};
