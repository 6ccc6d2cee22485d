// @ts-check
import { createHash } from 'node:crypto';
import { chownSync, createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';
import { Problem } from '../cli/problem.mjs';
import { isListed, readManifest } from './manifest.mjs';

/**
 * Unpacks a cluster, and holds each file against PostgreSQL's own list of them.
 * @param {object} wanted
 * @param {string} wanted.archive
 * @param {string} wanted.manifest The text of `backup_manifest`.
 * @param {string} wanted.folder Empty.
 * @param {import('../postgres/account.mjs').Account | null} wanted.account Whose the files become; null: whoever unpacks.
 * @param {boolean} wanted.isDurable Whether each file is on the disk before the next begins.
 * @throws {Problem} When a file is missing, too many or another.
 */
export async function unpackCluster({ archive, manifest, folder, account, isDurable }) {
  const listed = new Map(readManifest(manifest));
  const own = (/** @type {string} */ file) => account && chownSync(file, account.uid, account.gid);
  const extract = tar.extract();
  const reading = pipeline(createReadStream(archive), createGunzip(), extract);
  // Whoever reads entries hears of a broken archive by them; nobody else waits for this one before the end.
  reading.catch(() => undefined);
  for await (const entry of extract) {
    const { name, type = 'file' } = entry.header;
    const target = path.resolve(folder, name);
    if (target !== folder && !target.startsWith(folder + path.sep)) throw new Problem(`The backup holds ${name}, which lies outside of its folder.`);
    if (type === 'directory') {
      mkdirSync(target, { recursive: true, mode: 0o700 });
      own(target);
      entry.resume();
    } else if (type === 'file') {
      const found = await writeEntry(entry, target, isDurable);
      own(target);
      check(name, found, listed);
    } else throw new Problem(`The backup holds ${name}, which is neither a file nor a folder.`);
  }
  await reading;
  const [missing] = listed.keys();
  if (missing !== undefined) throw new Problem(`The backup is not whole: ${missing} is missing from it.`);
}

/**
 * @param {import('tar-stream').Entry} entry
 * @param {string} target
 * @param {boolean} isDurable
 */
async function writeEntry(entry, target, isDurable) {
  const hash = createHash('sha256');
  let size = 0;
  const count = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(entry, count, createWriteStream(target, { mode: 0o600, flush: isDurable }));
  return { size, sha256: hash.digest('hex') };
}

/**
 * @param {string} name
 * @param {import('./manifest.mjs').ListedFile} found
 * @param {Map<string, import('./manifest.mjs').ListedFile>} listed
 */
function check(name, found, listed) {
  if (!isListed(name)) return;
  const wanted = listed.get(name);
  listed.delete(name);
  if (!wanted) throw new Problem(`The backup holds ${name}, which its list does not name.`);
  if (wanted.size !== found.size || wanted.sha256 !== found.sha256) throw new Problem(`The backup is damaged: ${name} is not what was written.`);
}
