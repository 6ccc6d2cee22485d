import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { verifyBundle, type BundleFinding } from '@tenon/exit/api';
import { invalid } from '@tenon/kernel';
import type { CommandContext } from '../commands/command.js';
import { readPublishedKeys, wordOnKey } from './published-keys.js';

const USAGE = 'Usage: <file.tar.gz> [--keys <tenon-keys.json>] [--key <public-key.pem>] [--key-id <hex>]';
const WORDS = { missing: 'is missing', changed: 'is not what the manifest says', extra: 'is not in the manifest', twice: 'is there twice' } as const;

/** Says of an export whether it is what the platform wrote, and names each fault. @returns whether it is */
export async function verifyExport({ args, say }: CommandContext): Promise<boolean> {
  const { file, key, keyId, keys } = readArguments(args);
  const finding = await verifyBundle(file, key === undefined ? undefined : await readFile(key, 'utf8'));
  const word = keys === undefined ? {} : wordOnKey(finding, await readPublishedKeys(keys));
  const faults = [...signatureFaults(finding, keyId), ...(word.fault === undefined ? [] : [word.fault]), ...finding.faults.map(({ kind, path }) => `${path} ${WORDS[kind]}`)];
  const { manifest } = finding;
  say(`Export ${manifest.exportId} of ${manifest.company.name} (${manifest.company.id}), asked for at ${manifest.requestedAt}.`);
  say(`${finding.files} files. Key ${finding.keyId}${finding.isOwnKey && keyId === undefined && keys === undefined ? ', which came with them: compare it with /.well-known/tenon-keys.json' : ''}.`);
  if (word.note !== undefined) say(word.note);
  faults.forEach((fault) => say(`✗ ${fault}`));
  if (faults.length === 0) say('✓ All of it is there and as it was signed.');
  return faults.length === 0;
}

function signatureFaults({ isSigned, keyId, manifest }: BundleFinding, expected: string | undefined): string[] {
  const faults = isSigned ? [] : ['manifest.json is not signed by this key'];
  if (manifest.keyId !== keyId) faults.push(`manifest.json names the key ${manifest.keyId}`);
  if (expected !== undefined && expected !== keyId) faults.push(`the key is not ${expected}`);
  return faults;
}

function readArguments(args: readonly string[]): { file: string; key: string | undefined; keyId: string | undefined; keys: string | undefined } {
  try {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({ args: [...args], options: { key: text, 'key-id': text, keys: text }, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error('One file is checked at a time.');
    return { file, key: values.key, keyId: values['key-id']?.toLowerCase(), keys: values.keys };
  } catch (error) {
    throw invalid('EXPORT.ARGUMENTS', `${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
