import { isLatin, textWidth } from './latin-widths.js';

/** Pieces that stay together: words with the space behind them, and single Chinese characters. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const character of text) {
    const last = found.at(-1);
    const joins = last !== undefined && isLatin(character) && isLatin(last.at(-1) ?? '') && !last.endsWith(' ');
    if (joins) found[found.length - 1] = last + character;
    else found.push(character);
  }
  return found;
}

/** A text in lines no wider than that; a word that is wider by itself is broken where it must be. */
export function wrapped(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const put = (piece: string): void => {
    if (textWidth((line + piece).trimEnd(), size) <= width) line += piece;
    else if (line === '' && piece.length > 1) for (const character of piece) put(character);
    else {
      lines.push(line.trimEnd());
      line = '';
      put(piece);
    }
  };
  for (const piece of pieces(text)) put(piece);
  return [...lines, line.trimEnd()].filter((each, index) => each !== '' || index === 0);
}
