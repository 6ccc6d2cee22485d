import type { KeptNote } from '../persistence/read-invoice.repository.js';
import type { WholeInvoice } from './invoice-view.js';

/** The languages in which papers are written. */
export const PAPER_LANGUAGES = ['zh-CN', 'en'] as const;
export type PaperLanguage = (typeof PAPER_LANGUAGES)[number];

export type PaperKind = 'invoice' | 'credit-note';

/** Which paper. */
export interface PaperRef {
  readonly kind: PaperKind;
  readonly id: string;
}

/** Which paper, by the number that is on it. */
export interface ListedPaper extends PaperRef {
  readonly number: string;
}

/** A company's papers at an instant. */
export interface PaperList {
  readonly papers: readonly ListedPaper[];
  readonly asOf: Date;
}

/** What is written on a paper. */
export interface PaperContent {
  /** The number on it. */
  readonly number: string;
  readonly invoice: WholeInvoice;
  /** The note, where the paper is one. */
  readonly note: KeptNote | null;
  /** The buyer's logo as PNG, as it is now; null without. */
  readonly logo: Buffer | null;
}
