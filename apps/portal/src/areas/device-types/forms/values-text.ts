import type { NamedValue, ValueKind } from '@tenon/domain/device-types';

const WHOLE = /^-?\d+$/;

/** Whole numbers are numbers and words texts; a text that looks like a number stands in quotes. */
function writeValue(value: NamedValue['value']): string {
  return typeof value === 'string' && WHOLE.test(value) ? `"${value}"` : String(value);
}

function readValue(text: string, kind: ValueKind): NamedValue['value'] {
  if (kind === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  const quoted = /^"(.*)"$/.exec(text)?.[1];
  if (quoted !== undefined) return quoted;
  return WHOLE.test(text) ? Number(text) : text;
}

function writeLabel({ zh, en }: NamedValue['label']): string {
  if (!zh && !en) return '';
  return zh === en || !en ? ` = ${zh}` : ` = ${zh} / ${en}`;
}

/** Named values as a person writes them, one a line: `running = 运行 / Running`. */
export function writeValues(values: readonly NamedValue[]): string {
  return values.map(({ value, label }) => `${writeValue(value)}${writeLabel(label)}`).join('\n');
}

function readLine(line: string, kind: ValueKind): NamedValue {
  const [value = '', ...rest] = line.split('=');
  const [zh = '', ...en] = rest.join('=').split('/');
  return { value: readValue(value.trim(), kind), label: { zh: zh.trim(), en: en.join('/').trim() || zh.trim() } };
}

/** Reads what {@link writeValues} writes. A name in one language is of both. */
export function readValues(text: string, kind: ValueKind): NamedValue[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => readLine(line, kind));
}
