// PostgreSQL can keep neither a NUL nor half a character in text and jsonb.
const UNFIT = /\u0000|\p{Surrogate}/gu;
const DEEPEST = 32;

/** Whether a JSON value is nested more than 32 levels deep. Its own recursion ends there. */
export function isTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth >= DEEPEST || Object.values(value).some((child) => isTooDeep(child, depth + 1));
}

/** Whether PostgreSQL can keep every text and key in a JSON value that is not too deep. */
export function isFitForJsonb(value: unknown): boolean {
  if (typeof value === 'string') return value.search(UNFIT) === -1;
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, child]) => isFitForJsonb(key) && isFitForJsonb(child));
}

/** A text as it can be kept: what cannot is shown as �. */
export function fitText(text: string): string {
  return text.replace(UNFIT, '\ufffd');
}

/** A JSON value as it can be kept, where it is not too deep. */
export function madeFit(value: unknown): unknown {
  if (typeof value === 'string') return fitText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(madeFit);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [fitText(key), madeFit(child)]));
}
