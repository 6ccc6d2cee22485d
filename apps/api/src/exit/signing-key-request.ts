import { parseArgs } from 'node:util';
import type { Retirement } from '@tenon/exit/api';
import { invalid } from '@tenon/kernel';

const USAGE = 'Usage: list | new | retire <id> [--compromised [--since <time>]]';
const KEY_ID = /^[0-9a-f]{8,64}$/;
/** With its zone: a moment of this machine's own clock would be another elsewhere. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** What the command was asked for. */
export type SigningKeyRequest = { readonly what: 'list' } | { readonly what: 'new' } | { readonly what: 'retire'; readonly key: Retirement };

/** Reads the command's arguments. @throws AppError (invalid) SIGNING_KEY.ARGUMENTS */
export function readSigningKeyRequest(args: readonly string[]): SigningKeyRequest {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { compromised: { type: 'boolean' }, since: { type: 'string' } }, allowPositionals: true });
    const [what, keyId, ...more] = positionals;
    if (what === 'retire' && more.length === 0) return { what, key: { keyId: readKeyId(keyId), compromisedSince: readSince(values) } };
    if ((what === 'list' || what === 'new') && args.length === 1) return { what };
    throw new Error('That is none of the things it does.');
  } catch (error) {
    throw invalid('SIGNING_KEY.ARGUMENTS', `${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function readKeyId(text = ''): string {
  const keyId = text.toLowerCase();
  if (!KEY_ID.test(keyId)) throw new Error('A key is named by its id, or by the first eight digits of it and more.');
  return keyId;
}

function readSince({ compromised = false, since }: { compromised?: boolean | undefined; since?: string | undefined }): Retirement['compromisedSince'] {
  if (since === undefined) return compromised ? 'now' : null;
  if (!compromised) throw new Error('--since is of a key that is --compromised.');
  const at = new Date(MOMENT.test(since) ? since : Number.NaN);
  if (Number.isNaN(at.getTime())) throw new Error('--since is a time with its zone, such as 2026-11-26T08:00:00Z.');
  return at;
}
