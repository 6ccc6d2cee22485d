const yuan = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const grouped = new Intl.NumberFormat('en-US');

/** An amount of fen in yuan, with thousands apart and a true minus; figures of one width, so that amounts that end flush stand with their points beneath each other. */
export const amount = (fen: number): string => yuan.format(fen / 100).replace('-', '\u2212');

/** A count with thousands apart. */
export const count = (quantity: number): string => grouped.format(quantity);
