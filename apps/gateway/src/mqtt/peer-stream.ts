import type { X509Certificate } from 'node:crypto';
import type { Duplex } from 'node:stream';

/** Bytes to and from whoever connects, whatever carries them: TCP, TLS, or binary frames of a WebSocket. */
export type PeerStream = Duplex & {
  /** The network address at the other end; absent where it is gone already. */
  readonly remoteAddress?: string | undefined;
  /** The certificate whose key the other end proved to have; absent where TLS ends elsewhere. */
  getPeerX509Certificate?(): X509Certificate | undefined;
};
