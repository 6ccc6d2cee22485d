const NUMBER_OR_WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type Expected = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'comma-or-close' | 'end';

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** Reads a string from its opening quote. @returns the index after the closing quote, or `-1 - i` where it goes wrong at `i` */
function stringEnd(text: string, at: number): number {
  let i = at + 1;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === 34) return i + 1;
    if (code < 32) return -1 - i;
    if (code !== 92) {
      i += 1;
      continue;
    }
    const next = matchEnd(ESCAPE, text, i);
    if (next < 0) return -1 - i;
    i = next;
  }
  return -1 - text.length;
}

/** Walks JSON text one token at a time, remembering only which brackets are open. */
class Walk {
  private readonly open: string[] = [];
  private expected: Expected = 'value';

  constructor(private readonly text: string) {}

  /** @returns the index after the token at `at`, or `-1 - i` where it goes wrong at `i` */
  step(at: number): number {
    const char = this.text.charAt(at);
    if (this.expected === 'end') return -1 - at;
    if (this.expected === 'colon') return this.punctuation(at, char === ':', 'value');
    if (this.expected === 'comma-or-close' && char === ',') {
      return this.punctuation(at, true, this.open.at(-1) === '{' ? 'key' : 'value');
    }
    if (this.expected.endsWith('close') && this.closes(char)) return this.close(at);
    if (this.expected === 'comma-or-close') return -1 - at;
    return this.expected.startsWith('key') ? this.key(at, char) : this.value(at, char);
  }

  get isComplete(): boolean {
    return this.expected === 'end';
  }

  private punctuation(at: number, isRight: boolean, next: Expected): number {
    if (!isRight) return -1 - at;
    this.expected = next;
    return at + 1;
  }

  private closes(char: string): boolean {
    return char === (this.open.at(-1) === '{' ? '}' : ']');
  }

  private close(at: number): number {
    this.open.pop();
    this.expected = this.open.length === 0 ? 'end' : 'comma-or-close';
    return at + 1;
  }

  private key(at: number, char: string): number {
    if (char !== '"') return -1 - at;
    this.expected = 'colon';
    return stringEnd(this.text, at);
  }

  private value(at: number, char: string): number {
    if (char === '{' || char === '[') {
      this.open.push(char);
      this.expected = char === '{' ? 'key-or-close' : 'value-or-close';
      return at + 1;
    }
    this.expected = this.open.length === 0 ? 'end' : 'comma-or-close';
    if (char === '"') return stringEnd(this.text, at);
    const end = matchEnd(NUMBER_OR_WORD, this.text, at);
    return end < 0 ? -1 - at : end;
  }
}

/**
 * Where a text stops being JSON. Meant for a text that `JSON.parse` has refused: engines word, and often omit, the position.
 * @returns the index (from 0) of the first character that does not fit; the text's length if it ends too soon; `null` if it is JSON.
 * @see RFC 8259
 */
export function locateJsonFault(text: string): number | null {
  const walk = new Walk(text);
  let i = 0;
  for (;;) {
    while (i < text.length && isSpace(text.charCodeAt(i))) i += 1;
    if (i >= text.length) return walk.isComplete ? null : text.length;
    const next = walk.step(i);
    if (next < 0) return -1 - next;
    i = next;
  }
}
