import { openSync, type Font } from 'fontkit';
import { createRequire } from 'node:module';

/** The two weights of an invoice. */
export interface InvoiceFonts {
  readonly regular: Font;
  readonly bold: Font;
  /** What both have a glyph for, as numbers of Unicode. */
  readonly characters: ReadonlySet<number>;
}

const { resolve } = createRequire(import.meta.url);
/** 〓, which printers set where they lack a character. */
const GETA = '\u3013';

function open(file: string): Font {
  const font = openSync(resolve(`@expo-google-fonts/noto-sans-sc/${file}`));
  if (!('layout' in font)) throw new Error(`${file} holds several fonts.`);
  return font;
}

function openAll(): InvoiceFonts {
  const [regular, bold] = [open('400Regular/NotoSansSC_400Regular.ttf'), open('600SemiBold/NotoSansSC_600SemiBold.ttf')];
  return { regular, bold, characters: new Set(regular.characterSet) };
}

let opened: InvoiceFonts | undefined;

/** Noto Sans SC, which has every character of GB 18030-2022 up to level 2. Read when the first invoice is written, some 20 MB, and kept. */
export function invoiceFonts(): InvoiceFonts {
  return (opened ??= openAll());
}

/** A text of which every character has a glyph: one that has none, such as 𠮷, is 〓 with its number in Unicode, and a line's end is a space. */
export function printable(text: string): string {
  const { characters } = invoiceFonts();
  const shown = (character: string): string => {
    const number = character.codePointAt(0) ?? 0;
    return characters.has(number) ? character : `${GETA}(U+${number.toString(16).toUpperCase()})`;
  };
  return Array.from(text.normalize('NFC').replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replaceAll(/[\p{Cf}\p{Variation_Selector}]/gu, ''), shown).join('');
}
