/** Names whose values never reach a log, at any depth: whatever ends with one of these, however it is written. */
export const REDACTED_KEYS = ['password', 'token', 'secret', 'authorization', 'cookie', 'payload', 'body', 'connectionString', 'databaseUrl', 'superuserUrl', 'redisUrl', 'smtpUrl'] as const;

const plain = (key: string): string => key.toLowerCase().replaceAll(/[^a-z]/g, '');
const ENDINGS = REDACTED_KEYS.map(plain);
const REDACTED = '[Redacted]';
/** Deeper than anything we log on purpose. */
const DEEPEST = 8;

/** `scheme://user:password@`, wherever it stands in a text. */
const PASSWORD_IN_URL = /\b([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s/@]+@/gi;
/** `?token=…`, as in the link to a new password. */
const TOKEN_IN_URL = /([?&]token=)[^&\s"']+/gi;

function isSecret(key: string): boolean {
  const name = plain(key);
  return ENDINGS.some((ending) => name.endsWith(ending));
}

function redactText(text: string): string {
  return text.replaceAll(PASSWORD_IN_URL, `$1:${REDACTED}@`).replaceAll(TOKEN_IN_URL, `$1${REDACTED}`);
}

function describeError(error: Error): object {
  const code = 'code' in error ? { code: error.code } : {};
  const cause = error.cause instanceof Error ? { cause: error.cause } : {};
  return { ...code, name: error.name, message: error.message, stack: error.stack, ...cause };
}

function redactObject(value: object, depth: number): unknown {
  if (depth > DEEPEST) return '[Too deep]';
  if (Array.isArray(value)) return value.map((each) => redact(each, depth + 1));
  if ('toJSON' in value || ArrayBuffer.isView(value)) return value;
  const entries = Object.entries(value instanceof Error ? describeError(value) : value);
  return Object.fromEntries(entries.map(([key, each]) => [key, isSecret(key) ? REDACTED : redact(each, depth + 1)]));
}

/** A value as a log may show it: no secret by its name, no password within an address, errors with message, stack and cause. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  return typeof value === 'object' && value !== null ? redactObject(value, depth) : value;
}
