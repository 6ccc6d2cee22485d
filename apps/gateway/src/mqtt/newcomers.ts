import type { Peer } from './peer.js';

/** Connections that nobody was let in on yet, by address: what one address may have open without a token is bounded. */
export class Newcomers {
  private readonly byAddress = new Map<string, Set<Peer>>();

  constructor(private readonly maxPerAddress: number) {}

  isCrowded(address: string): boolean {
    return (this.byAddress.get(address)?.size ?? 0) >= this.maxPerAddress;
  }

  add(peer: Peer): void {
    const { address } = peer.connection;
    this.byAddress.set(address, (this.byAddress.get(address) ?? new Set()).add(peer));
  }

  /** It was let in, or is gone. */
  remove(peer: Peer): void {
    const { address } = peer.connection;
    const ofAddress = this.byAddress.get(address);
    ofAddress?.delete(peer);
    if (ofAddress?.size === 0) this.byAddress.delete(address);
  }
}
