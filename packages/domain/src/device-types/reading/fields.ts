import { MODEL_LIMITS } from '../limits.js';
import type { Words } from '../model.js';
import type { ModelFault } from '../model-fault.js';

type Code = ModelFault['code'];

const CONTROL = /[\u0000-\u001f\u007f]/;

/** A key of a JSON Pointer. @see RFC 6901, section 4 */
const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Whether it is an object of JSON, and not a list. */
function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A JSON object while it is read. Each accessor notes what is wrong and where, and gives something of the right shape all the
 * same, so that one reading tells every fault.
 */
export class Fields {
  private constructor(
    readonly faults: ModelFault[],
    readonly path: string,
    private readonly object: Readonly<Record<string, unknown>>,
  ) {}

  /** @param known the fields it may have; another is a fault, as it is mostly a slip of the pen */
  static of(faults: ModelFault[], path: string, value: unknown, known: readonly string[]): Fields {
    const fields = new Fields(faults, path, isObject(value) ? value : {});
    if (!isObject(value)) fields.note('not-object');
    for (const name of Object.keys(fields.object)) if (!known.includes(name)) fields.note('unknown-field', name);
    return fields;
  }

  note(code: Code, name?: string): void {
    this.noteAt(code, name === undefined ? this.path : this.pathOf(name));
  }

  noteAt(code: Code, path: string): void {
    if (this.faults.length < MODEL_LIMITS.faults) this.faults.push({ code, path });
  }

  pathOf(name: string): string {
    return `${this.path}/${escaped(name)}`;
  }

  /** What stands there; null says as much as nothing. */
  raw(name: string): unknown {
    return Object.hasOwn(this.object, name) ? (this.object[name] ?? undefined) : undefined;
  }

  has(name: string): boolean {
    return this.raw(name) !== undefined;
  }

  /** A text without blanks around it; `fallback` where there is none. Without a fallback it must be there and say something. */
  text(name: string, most: number, fallback?: string): string {
    const value = this.raw(name) ?? fallback ?? '';
    if (typeof value !== 'string') {
      this.note('not-text', name);
      return '';
    }
    const text = value.trim();
    if (text === '' && fallback === undefined) this.note('missing', name);
    if (text.length > most) this.note('too-long', name);
    if (CONTROL.test(text)) this.note('bad-text', name);
    return text;
  }

  /** Text in both languages; one text alone is of both. */
  words(name: string): Words {
    const value = this.raw(name);
    if (value === undefined) return { zh: '', en: '' };
    if (typeof value === 'string') {
      const text = this.text(name, MODEL_LIMITS.name, '');
      return { zh: text, en: text };
    }
    const inner = Fields.of(this.faults, this.pathOf(name), value, ['zh', 'en']);
    return { zh: inner.text('zh', MODEL_LIMITS.name, ''), en: inner.text('en', MODEL_LIMITS.name, '') };
  }

  /** A finite number, or null where there is none. */
  number(name: string): number | null {
    const value = this.raw(name);
    if (value === undefined) return null;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.note('not-number', name);
    return null;
  }

  /** A whole number within bounds, or null where there is none. */
  whole(name: string, [least, most]: readonly [number, number]): number | null {
    const value = this.number(name);
    if (value === null) return null;
    if (!Number.isSafeInteger(value)) this.note('not-whole', name);
    else if (value < least || value > most) this.note('out-of-bounds', name);
    return value;
  }

  boolean(name: string, fallback: boolean): boolean {
    const value = this.raw(name);
    if (value === undefined || typeof value === 'boolean') return value ?? fallback;
    this.note('not-boolean', name);
    return fallback;
  }

  /** One of a list of words; `fallback` where there is none, without which it must be there. */
  choice<Word extends string>(name: string, words: readonly [Word, ...Word[]], fallback?: Word): Word {
    const value = this.raw(name);
    if (value === undefined && fallback !== undefined) return fallback;
    const word = words.find((known) => known === value);
    if (word === undefined) this.note(value === undefined ? 'missing' : 'not-choice', name);
    return word ?? fallback ?? words[0];
  }

  /** Each of a list, by what reads one; none where there is no list. */
  list<Item>(name: string, most: number, read: (faults: ModelFault[], path: string, value: unknown) => Item): Item[] {
    const value = this.raw(name);
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.note('not-list', name);
      return [];
    }
    if (value.length > most) {
      this.note('too-many', name);
      return [];
    }
    return value.map((item: unknown, index) => read(this.faults, `${this.pathOf(name)}/${index}`, item));
  }
}

/** Notes each key that was there before. */
export function noteRepeated(fields: Fields, name: string, items: readonly { readonly key: string }[]): void {
  const seen = new Set<string>();
  for (const [index, { key }] of items.entries()) {
    if (key !== '' && seen.has(key)) fields.noteAt('repeated-key', `${fields.pathOf(name)}/${index}/key`);
    seen.add(key);
  }
}
