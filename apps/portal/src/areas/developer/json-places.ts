/** Where one value of a JSON text lies, offsets from its start. */
export interface JsonPlace {
  readonly from: number;
  readonly to: number;
}

/** Not JSON, and where the reading stopped. */
export class JsonFault extends Error {
  constructor(readonly offset: number) {
    super('Not JSON');
    this.name = 'JsonFault';
  }
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Walks a JSON text once and remembers where each value stands. */
class Reader {
  readonly places = new Map<string, JsonPlace>();
  private at = 0;

  constructor(private readonly text: string) {}

  read(): void {
    this.value('');
    this.skip();
    if (this.at < this.text.length) throw new JsonFault(this.at);
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) throw new JsonFault(this.at);
    this.at += found.length;
    return found;
  }

  private skip(): void {
    this.take(SPACE);
  }

  private peek(): string {
    this.skip();
    return this.text[this.at] ?? '';
  }

  private expect(character: string): void {
    if (this.peek() !== character) throw new JsonFault(this.at);
    this.at += 1;
  }

  private value(path: string): void {
    const opener = this.peek();
    const from = this.at;
    if (opener === '{') this.members('}', () => this.member(path));
    else if (opener === '[') this.members(']', (index) => this.value(join(path, String(index))));
    else this.take(opener === '"' ? STRING : SCALAR);
    this.places.set(path, { from, to: this.at });
  }

  private members(closer: string, each: (index: number) => void): void {
    this.at += 1;
    if (this.peek() === closer) {
      this.at += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      each(index);
      if (this.peek() !== ',') break;
      this.at += 1;
    }
    this.expect(closer);
  }

  private member(path: string): void {
    this.skip();
    const key = JSON.parse(this.take(STRING)) as string;
    this.expect(':');
    this.value(join(path, key));
  }
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/**
 * Finds every value of a JSON text by its path, `scopes.0.purpose.zh`; the whole is the empty path.
 * @throws JsonFault at the first character that cannot be JSON
 */
export function placesOf(text: string): ReadonlyMap<string, JsonPlace> {
  const reader = new Reader(text);
  reader.read();
  return reader.places;
}

/** The place of a path, or of the nearest value around it: what is missing has none of its own. */
export function nearestPlace(places: ReadonlyMap<string, JsonPlace>, path: string): JsonPlace | null {
  for (let near = path; ; near = near.includes('.') ? near.slice(0, near.lastIndexOf('.')) : '') {
    const place = places.get(near);
    if (place) return place;
    if (near === '') return null;
  }
}

/** Line and column of an offset, both from 1. */
export function lineAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
