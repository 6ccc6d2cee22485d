/** Widths of Helvetica's glyphs from the space to the tilde, in thousandths of the size: Adobe's font metrics for the standard 14 fonts. */
const HELVETICA = [
  ...[278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556],
  ...[1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556],
  ...[333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584],
];
const SPACE = 0x20;
const FULL_WIDTH = 1_000;

/** Whether a character is drawn with the Latin font; any other is as wide as it is high. */
export function isLatin(character: string): boolean {
  return HELVETICA[(character.codePointAt(0) ?? 0) - SPACE] !== undefined;
}

/** How wide a text is, in the unit of its size. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + (HELVETICA[(character.codePointAt(0) ?? 0) - SPACE] ?? FULL_WIDTH), 0) * (size / 1_000);
}
