import { ChainCheck, readExportLine, type ChainFault } from '@tenon/domain/audit';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** What was found of an exported trail. */
export interface FileFinding {
  readonly entries: number;
  /** How often numbers are left out: an export may be narrowed, and a trail's beginning dropped. */
  readonly gaps: number;
  readonly faults: readonly ChainFault[];
  readonly last: { readonly seq: number; readonly hash: string } | null;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Checks a file of JSON Lines by itself: each entry's hash, and that it follows the one before where that is in the file. @throws AppError (invalid) AUDIT.LINE */
export async function verifyFile(file: string): Promise<FileFinding> {
  let check: ChainCheck | undefined;
  let entries = 0;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    if (line === '') continue;
    const entry = readExportLine(line);
    check ??= new ChainCheck({ seq: entry.seq - 1, hash: entry.prevHash }, sha256);
    check.add(entry);
    entries += 1;
  }
  const found = check?.faults() ?? [];
  const faults = found.filter(({ kind }) => kind !== 'missing');
  return { entries, gaps: found.length - faults.length, faults, last: entries > 0 && check ? check.end : null };
}
