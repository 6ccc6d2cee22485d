import PDFDocument from 'pdfkit';
import { invoiceFonts, printable } from './invoice-fonts.js';

/** A4 in points, from the upper left corner; what is above `top` and below `bottom` is for head and foot. */
export const PAGE = { width: 595.28, height: 841.89, left: 56, right: 539.28, top: 56, bottom: 772 } as const;

/** The colours of the portal by day (`packages/ui/src/styles`), as paper has them. */
export const COLOUR = { ink: '#1b1f27', soft: '#5d6470', line: '#d8d6cf', sunken: '#f6f5f1', accent: '#c4351b' } as const;

/** How a text is set: size in points; how wide it may be, beyond which it goes on in the next line; where it is flush; how dark it is. */
export interface TextLook {
  readonly size?: number;
  readonly width?: number;
  readonly align?: 'left' | 'right';
  readonly isBold?: boolean;
  readonly colour?: string;
}

/** What readers of files show of one. */
export interface SheetFacts {
  readonly title: string;
  /** ASCII, by which a file is found. */
  readonly subject: string;
  readonly author: string;
  readonly madeAt: Date;
  readonly language: string;
}

/** Pages on which is drawn from the top downwards, into a PDF whose fonts are embedded with the glyphs that are used. The same drawn twice is the same file. */
export class Sheet {
  /** Where the next thing is drawn. */
  y: number = PAGE.top;
  private readonly document: PDFKit.PDFDocument;
  private readonly file: Promise<Buffer>;

  constructor({ title, subject, author, madeAt, language }: SheetFacts) {
    const info = { Title: title, Subject: subject, Author: author, Creator: 'Tenon', Producer: 'Tenon', CreationDate: madeAt };
    // No margin below: the library would begin a page by itself. And no font of its own, whose files are not in a bundle.
    this.document = new PDFDocument({ size: 'A4', margin: 0, font: '', bufferPages: true, pdfVersion: '1.7', lang: language, displayTitle: true, info });
    const { regular, bold } = invoiceFonts();
    // The library takes opened fonts too, which its types do not say.
    for (const [name, font] of Object.entries({ regular, bold })) this.document.registerFont(name, font as unknown as string);
    const pieces: Buffer[] = [];
    this.file = new Promise((resolve, reject) => {
      this.document.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => resolve(Buffer.concat(pieces))).on('error', reject);
    });
  }

  /** How high a text is. */
  heightOf(content: string, look: TextLook & { readonly width: number }): number {
    return this.set(look).heightOfString(printable(content), { width: look.width });
  }

  /** Draws a text at the height that is reached, which stays; `x` is where it is flush. */
  text(content: string, x: number, look: TextLook = {}): this {
    const { width, align = 'left', colour = COLOUR.ink } = look;
    const shown = printable(content);
    const document = this.set(look).fillColor(colour);
    const room = width ?? document.widthOfString(shown);
    document.text(shown, align === 'right' ? x - room : x, this.y, width === undefined ? { lineBreak: false } : { width, align });
    return this;
  }

  /** A line over the page's width, or from `x`. */
  rule(x: number = PAGE.left, colour: string = COLOUR.line, width = 0.6): this {
    this.document.moveTo(x, this.y).lineTo(PAGE.right, this.y).lineWidth(width).strokeColor(colour).stroke();
    return this;
  }

  /** A ground over the page's width, on which is drawn afterwards. */
  ground(height: number): this {
    this.document.roundedRect(PAGE.left, this.y, PAGE.right - PAGE.left, height, 3).fill(COLOUR.sunken);
    return this;
  }

  /** Outlines in the manner of SVG, with their upper left corner at `x` and the height that is reached. */
  outlines(outlines: readonly (readonly [path: string, colour: string])[], x: number, scale: number): this {
    this.document.save().translate(x, this.y).scale(scale);
    for (const [path, colour] of outlines) this.document.path(path).fill(colour);
    this.document.restore();
    return this;
  }

  /** A picture as PNG, within so much, flush right, with its top at the height that is reached, which stays. */
  picture(png: Buffer, x: number, { width, height }: { readonly width: number; readonly height: number }): this {
    this.document.image(png, x, this.y, { fit: [width, height], align: 'right' });
    return this;
  }

  /** Begins a page where there is no room for so much; whether it did. */
  room(height: number): boolean {
    if (this.y + height <= PAGE.bottom) return false;
    this.document.addPage();
    this.y = PAGE.top;
    return true;
  }

  /** Draws on each page, when all are there, and gives the file. */
  async end(onEach: (page: number, pages: number) => void): Promise<Buffer> {
    const { count } = this.document.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.document.switchToPage(page);
      onEach(page + 1, count);
    }
    this.document.end();
    return this.file;
  }

  private set({ size = 9, isBold = false }: TextLook): PDFKit.PDFDocument {
    return this.document.font(isBold ? 'bold' : 'regular', size);
  }
}
