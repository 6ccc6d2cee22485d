import { auditForm, type AuditEntry } from './audit-form.js';

/** SHA-256 of a text in UTF-8, hexadecimal in lower case; passed in, as the domain has no cryptography. */
export type Sha256 = (text: string) => string;

/** A place in a chain: the number of an entry and its hash. */
export interface ChainAnchor {
  readonly seq: number;
  readonly hash: string;
}

/**
 * What is wrong at an entry: it is not what was hashed (`altered`), it does not follow the one before (`unlinked`), entries
 * before it are not there (`missing`), or the chain does not end where it should (`cut`).
 */
export interface ChainFault {
  readonly kind: 'altered' | 'unlinked' | 'missing' | 'cut';
  readonly seq: number;
}

/** What the first entry of a company has for the hash of the one before. */
export const GENESIS_HASH = '0'.repeat(64);

/** Follows a chain from an anchor, entry by entry in their order, and notes what does not hold. It goes on after a fault, so that one changed entry is one fault. */
export class ChainCheck {
  private readonly found: ChainFault[] = [];
  private seq: number;
  private hash: string;

  /** @param anchor the last dropped entry, or number 0 with {@link GENESIS_HASH} */
  constructor(
    anchor: ChainAnchor,
    private readonly sha256: Sha256,
  ) {
    this.seq = anchor.seq;
    this.hash = anchor.hash;
  }

  add(entry: AuditEntry): void {
    const { seq } = entry;
    if (seq !== this.seq + 1) this.found.push({ kind: 'missing', seq: this.seq + 1 });
    else if (entry.prevHash !== this.hash) this.found.push({ kind: 'unlinked', seq });
    if (this.sha256(auditForm(entry)) !== entry.hash) this.found.push({ kind: 'altered', seq });
    this.seq = seq;
    this.hash = entry.hash;
  }

  /** The last entry that was added. */
  get end(): ChainAnchor {
    return { seq: this.seq, hash: this.hash };
  }

  /** All faults, once the last entry was added; `head` is where the chain must end, if that is known. */
  faults(head?: ChainAnchor): readonly ChainFault[] {
    const isWhole = head === undefined || (head.seq === this.seq && head.hash === this.hash);
    return isWhole ? this.found : [...this.found, { kind: 'cut', seq: this.seq + 1 }];
  }
}
