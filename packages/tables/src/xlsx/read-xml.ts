import sax, { type Tag } from 'sax';

/** What is told of a document as it is read. Names come without a prefix: which one stands for the spreadsheet's own, each program decides anew. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads XML piece by piece; entities of its own are not known, so that none can grow. @throws sax's errors for what is no XML, and what a listener throws */
export async function readXml(pieces: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  for await (const bytes of eachPiece(pieces, listener)) void bytes;
}

/** The same, with a word after each piece of how many bytes it had: what the listener gathered may be taken away in between. */
export async function* eachPiece(pieces: AsyncIterable<Uint8Array>, listener: XmlListener): AsyncGenerator<number> {
  const parser = sax.parser(true, {});
  // Without a listener it would throw the error as well, and go on behind it.
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => listener.open?.(local(name), (attributes as Tag['attributes']) ?? {});
  parser.ontext = (text) => listener.text?.(text);
  parser.oncdata = (text) => listener.text?.(text);
  parser.onclosetag = (name) => listener.close?.(local(name));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of pieces) {
    parser.write(decoder.decode(piece, { stream: true }));
    yield piece.length;
  }
  parser.write(decoder.decode()).close();
  yield 0;
}
