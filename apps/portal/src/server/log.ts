type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Writes one structured line; the event is a literal name. */
export function log(level: 'info' | 'warn' | 'error', event: string, fields: Fields = {}): void {
  process.stdout.write(`${JSON.stringify({ level, at: new Date().toISOString(), app: 'portal', event, ...fields })}\n`);
}
