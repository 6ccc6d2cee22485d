// @ts-check
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import pg from 'pg';

/** The letters before what the server copies (PostgreSQL 15 and newer, documentation: "Streaming Replication Protocol"). */
const [NEW_ARCHIVE, MANIFEST, DATA, PROGRESS] = ['n', 'm', 'd', 'p'].map((letter) => letter.charCodeAt(0));

/** Compressed by the server, at the level that costs the least for what it saves. */
const COMMAND = "BASE_BACKUP (LABEL 'tenon', CHECKPOINT 'fast', WAL true, PROGRESS true, MANIFEST 'yes', MANIFEST_CHECKSUMS 'SHA256', COMPRESSION 'gzip', COMPRESSION_DETAIL 'level=2')";

/**
 * @typedef {object} BaseBackup
 * @property {string} startLsn From where in its log the server must be played forward.
 * @property {string} endLsn Where that ends: the state that the backup holds.
 * @property {readonly string[]} files In the folder: the archive, and PostgreSQL's own list of what is in it.
 */

/**
 * Copies a running cluster as it stands at one moment, with as much of its log as brings it there, into a folder.
 * @param {object} wanted
 * @param {string} wanted.superuserUrl
 * @param {string} wanted.folder Exists.
 * @param {(bytes: number, ofBytes: number) => void} [wanted.onProgress] Bytes before compression; the whole is an estimate.
 * @param {AbortSignal} [wanted.signal]
 * @returns {Promise<BaseBackup>}
 * @throws What the server says, or the file system.
 */
export async function takeBaseBackup({ superuserUrl, folder, onProgress = () => undefined, signal }) {
  const client = new pg.Client({ connectionString: superuserUrl, application_name: 'tenon-backup', ...{ replication: 'database' } });
  await client.connect();
  const copy = new BackupCopy(folder, onProgress);
  const abort = () => void client.connection.stream.destroy(new Error('The backup was broken off.'));
  signal?.addEventListener('abort', abort, { once: true });
  try {
    client.query(copy);
    await copy.done;
    return { startLsn: copy.positions[0] ?? '', endLsn: copy.positions.at(-1) ?? '', files: copy.files };
  } finally {
    signal?.removeEventListener('abort', abort);
    await client.end().catch(() => undefined);
  }
}

/** The command as `pg` runs it, exported for its test: two positions in the log around a copy of several files. */
export class BackupCopy {
  /**
   * @param {string} folder
   * @param {(bytes: number, ofBytes: number) => void} onProgress
   */
  constructor(folder, onProgress) {
    this.folder = folder;
    this.onProgress = onProgress;
    /** @type {string[]} */
    this.files = [];
    /** @type {string[]} */
    this.positions = [];
    /** @type {import('node:fs').WriteStream | null} */
    this.file = null;
    this.ofBytes = 0;
    this.isHeld = false;
    this.work = Promise.resolve();
    /** @type {Promise<void>} */
    this.done = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
  }

  /** @param {{ query: (text: string) => void }} connection */
  submit(connection) {
    connection.query(COMMAND);
  }

  /** @param {{ fields: readonly { name: string }[] }} message */
  handleRowDescription({ fields }) {
    this.isPosition = fields[0]?.name === 'recptr';
  }

  /** @param {{ fields: readonly (string | null)[] }} message The position, or the folder of tables: identifier, place, estimated kB. */
  handleDataRow({ fields }) {
    if (this.isPosition) this.positions.push(fields[0] ?? '');
    else this.ofBytes += Number(fields[2] ?? 0) * 1_024;
  }

  /**
   * @param {{ chunk: Buffer }} message
   * @param {{ stream: import('node:net').Socket }} connection
   */
  handleCopyData({ chunk }, { stream }) {
    const [kind] = chunk;
    if (kind === NEW_ARCHIVE) this.begin(chunk.toString('utf8', 1, chunk.indexOf(0, 1)));
    else if (kind === MANIFEST) this.begin('backup_manifest');
    else if (kind === PROGRESS) this.onProgress(Number(chunk.readBigInt64BE(1)), this.ofBytes);
    else if (kind === DATA) this.write(chunk.subarray(1), stream);
  }

  /** @param {string} name */
  begin(name) {
    this.end();
    this.files.push(name);
    this.file = createWriteStream(path.join(this.folder, name), { mode: 0o600, flush: true });
    this.file.on('error', this.settle.reject);
  }

  /**
   * The server is read no faster than the disk takes it.
   * @param {Buffer} data
   * @param {import('node:net').Socket} stream
   */
  write(data, stream) {
    const { file } = this;
    // The parser's buffer is used again for what comes next.
    if (!file || file.write(Buffer.from(data))) return;
    if (this.isHeld) return;
    this.isHeld = true;
    stream.pause();
    const resume = () => {
      file.off('drain', resume).off('close', resume);
      this.isHeld = false;
      stream.resume();
    };
    // What the server had sent already may end this file before it is drained; then it never is.
    file.once('drain', resume).once('close', resume);
  }

  end() {
    const { file } = this;
    this.file = null;
    if (!file) return;
    const written = finished(file);
    file.end();
    this.work = Promise.all([this.work, written]).then(() => undefined);
    this.work.catch(() => undefined);
  }

  handleEmptyQuery() {}
  handlePortalSuspended() {}
  handleCommandComplete() {
    this.end();
  }

  handleReadyForQuery() {
    this.work.then(this.settle.resolve, this.settle.reject);
  }

  /** @param {Error} failure */
  handleError(failure) {
    this.file?.destroy();
    this.settle.reject(failure);
  }
}
