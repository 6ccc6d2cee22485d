/** A value as a person reads it: a text as it is, all else as JSON. */
export function shownValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What a person wrote as a value: JSON where it is JSON, else the text itself. */
export function writtenValue(text: string): unknown {
  const trimmed = text.trim();
  try {
    return JSON.parse(trimmed);
  } catch {
    return trimmed;
  }
}

/** What a person wrote as parameters: JSON, an empty object for nothing; undefined where it is no JSON. */
export function writtenParams(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
