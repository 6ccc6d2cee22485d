/** Sequence numbers count up to 255 and begin again. @see tck-id-payloads-sequence-num-incrementing */
const COUNT = 256;

/** How a sequence number stands to those before it. */
export type Order =
  | { readonly kind: 'next' | 'repeated' }
  /** Messages are missing, or came in another order. */
  | { readonly kind: 'gap'; readonly expected: number }
  | { readonly kind: 'none' };

/** The sequence of one node's messages, from its birth on; its own and its devices' count together. */
export class Sequence {
  private last: number | null = null;

  get lastSeen(): number | null {
    return this.last;
  }

  /** A birth begins it. @returns whether it begins as it must, with 0. @see tck-id-payloads-sequence-num-zero-nbirth */
  begin(seq: number | null): boolean {
    this.last = seq ?? 0;
    return seq === 0;
  }

  /** Takes the next. After a gap it goes on from what came, so that one gap is told once. */
  take(seq: number | null): Order {
    if (seq === null || seq >= COUNT) return { kind: 'none' };
    const expected = this.last === null ? 0 : (this.last + 1) % COUNT;
    // What was sent again, over a connection that broke, is the last that came.
    if (seq === this.last) return { kind: 'repeated' };
    this.last = seq;
    return seq === expected ? { kind: 'next' } : { kind: 'gap', expected };
  }
}
