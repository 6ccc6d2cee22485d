/** Somebody whom nobody let in yet. */
export interface Newcomer {
  readonly address: string;
}

/** Connections that nobody was let in on yet, by address: what one address may have open without a token is bounded. */
export class Newcomers {
  private readonly byAddress = new Map<string, Set<Newcomer>>();

  constructor(private readonly maxPerAddress: number) {}

  isCrowded(address: string): boolean {
    return (this.byAddress.get(address)?.size ?? 0) >= this.maxPerAddress;
  }

  add(newcomer: Newcomer): void {
    const { address } = newcomer;
    this.byAddress.set(address, (this.byAddress.get(address) ?? new Set()).add(newcomer));
  }

  /** It was let in, or is gone. */
  remove(newcomer: Newcomer): void {
    const { address } = newcomer;
    const ofAddress = this.byAddress.get(address);
    ofAddress?.delete(newcomer);
    if (ofAddress?.size === 0) this.byAddress.delete(address);
  }
}
