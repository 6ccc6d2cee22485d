import type { Archive } from './archive.js';
import { readXml } from './read-xml.js';

/** The texts that cells name by number. How a text is spoken (`rPh`, beside Chinese and Japanese ones) is no part of it. */
export async function readSharedStrings(archive: Archive, part: string | null): Promise<readonly string[]> {
  const strings: string[] = [];
  if (part === null) return strings;
  let [text, isText, isSpoken] = ['', false, false];
  await readXml(archive.bytesOf(part), {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') isSpoken = true;
      isText = name === 't' && !isSpoken;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      if (name === 't') isText = false;
      if (name === 'rPh') isSpoken = false;
      if (name === 'si') strings.push(text);
    },
  });
  return strings;
}
