import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { BundleCheck, KEY_PATH, MANIFEST_PATH, readManifest, SIGNATURE_PATH, UNLISTED, type BundleFault, type BundleFile, type Manifest } from '@tenon/domain/exit';
import { invalid } from '@tenon/kernel';
import { extract, type Entry } from 'tar-stream';
import { keyIdOf } from '../application/key-id.js';

/** Manifests have a line a file; what is longer than this is none. */
const LONGEST_HEAD = 256 * 1_024 * 1_024;

/** What was found of a bundle. */
export interface BundleFinding {
  readonly manifest: Manifest;
  readonly files: number;
  /** SHA-256 of the key by which it was checked. */
  readonly keyId: string;
  /** Whether that key came with the bundle: then it says nothing of who signed it until it is compared. */
  readonly isOwnKey: boolean;
  readonly isSigned: boolean;
  readonly faults: readonly BundleFault[];
}

type Seen = Pick<BundleFile, 'path' | 'bytes' | 'sha256'>;

/**
 * Checks a bundle by itself, however long it is: whether its manifest is signed by the key, and each file is what the manifest says.
 * @param publicKey PEM; without it the bundle's own is taken
 * @throws AppError (invalid) EXPORT.NOT_A_BUNDLE, EXPORT.MANIFEST, EXPORT.KEY
 */
export async function verifyBundle(file: string, publicKey?: string): Promise<BundleFinding> {
  const { seen, heads } = await readFiles(file);
  const [manifestBytes, signature] = [heads.get(MANIFEST_PATH), heads.get(SIGNATURE_PATH)];
  if (!manifestBytes) throw invalid('EXPORT.NOT_A_BUNDLE', `There is no ${MANIFEST_PATH} in it.`);
  const key = readKey(publicKey ?? heads.get(KEY_PATH)?.toString() ?? '');
  const manifest = readManifest(manifestBytes.toString());
  const check = new BundleCheck(manifest);
  seen.forEach((each) => check.add(each));
  const isSigned = signature !== undefined && verify(null, manifestBytes, key, signature);
  return { manifest, files: seen.length, keyId: keyIdOf(key), isOwnKey: publicKey === undefined, isSigned, faults: check.faults() };
}

function readKey(pem: string): ReturnType<typeof createPublicKey> {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Falls through: it is no key at all.
  }
  throw invalid('EXPORT.KEY', 'There is no Ed25519 public key, in PEM, to check by.');
}

async function readFiles(file: string): Promise<{ seen: Seen[]; heads: Map<string, Buffer> }> {
  const archive = extract();
  const reading = pipeline(createReadStream(file), createGunzip(), archive);
  // Awaited below; where reading the entries fails first, its failure is not one that nobody looks at.
  reading.catch(() => undefined);
  const [seen, heads]: [Seen[], Map<string, Buffer>] = [[], new Map()];
  try {
    for await (const entry of archive) {
      const { name } = entry.header;
      const isHead = UNLISTED.includes(name) && !heads.has(name);
      const { content, ...measure } = await readEntry(entry, isHead);
      if (isHead) heads.set(name, content);
      seen.push({ path: name, ...measure });
    }
    await reading;
  } catch (error) {
    throw invalid('EXPORT.NOT_A_BUNDLE', `It cannot be read to its end: ${error instanceof Error ? error.message : String(error)}`, {});
  }
  return { seen, heads };
}

async function readEntry(entry: Entry, isHead: boolean): Promise<{ bytes: number; sha256: string; content: Buffer }> {
  const hash = createHash('sha256');
  const kept: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of entry as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    if (isHead && bytes <= LONGEST_HEAD) kept.push(chunk);
  }
  return { bytes, sha256: hash.digest('hex'), content: Buffer.concat(kept) };
}
