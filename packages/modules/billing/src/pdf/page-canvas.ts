import { isLatin, textWidth } from './latin-widths.js';

/** A4 in points; the origin of what is drawn is the upper left corner. */
export const PAGE = { width: 595, height: 842, margin: 50 } as const;

/** How a text is set: size in points, where its x is, and how dark it is (0 black to 1 white). */
export interface TextLook {
  readonly size?: number;
  readonly align?: 'left' | 'right';
  readonly isBold?: boolean;
  readonly grey?: number;
}

/** Bytes of a text as PDF writes them, in hexadecimal: code units of UTF-16 for the Chinese font, single bytes for the Latin ones. */
function hex(run: string, isChinese: boolean): string {
  const units = Array.from({ length: run.length }, (_, index) => run.charCodeAt(index).toString(16).padStart(isChinese ? 4 : 2, '0'));
  return `<${units.join('')}>`;
}

function runsOf(text: string): { text: string; isChinese: boolean }[] {
  const runs: { text: string; isChinese: boolean }[] = [];
  for (const character of text) {
    const isChinese = !isLatin(character);
    const last = runs.at(-1);
    if (last?.isChinese === isChinese) last.text += character;
    else runs.push({ text: character, isChinese });
  }
  return runs;
}

/** What is drawn on one page, as the operators of its content stream. */
export class PageCanvas {
  private readonly operators: string[] = [];

  /** @param y of the baseline, downwards from the top */
  text(content: string, x: number, y: number, { size = 9, align = 'left', isBold = false, grey = 0 }: TextLook = {}): void {
    // What has no glyph, such as a line's end, would break the width.
    const clean = content.replaceAll(/\p{Cc}/gu, ' ');
    const left = align === 'right' ? x - textWidth(clean, size) : x;
    const shown = runsOf(clean).map((run) => `/${run.isChinese ? 'F3' : isBold ? 'F2' : 'F1'} ${size} Tf ${hex(run.text, run.isChinese)} Tj`);
    this.operators.push(`BT ${grey} g ${left.toFixed(2)} ${(PAGE.height - y).toFixed(2)} Td ${shown.join(' ')} ET`);
  }

  /** A hairline over the page's width. */
  rule(y: number, width = 0.5): void {
    this.operators.push(`${width} w 0.6 G ${PAGE.margin} ${PAGE.height - y} m ${PAGE.width - PAGE.margin} ${PAGE.height - y} l S`);
  }

  toString(): string {
    return this.operators.join('\n');
  }
}
