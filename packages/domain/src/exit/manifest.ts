import { invalid } from '@tenon/kernel';

/** The form of the bundles that are written now. */
const FORM = 'tenon-export/1';

/** One file of a bundle. */
export interface BundleFile {
  /** Within the bundle, with `/` between folders. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of its content, hexadecimal. */
  readonly sha256: string;
  /** How many records it holds: rows, entries or points; of text and papers none. */
  readonly records: number;
}

/** What a bundle says of itself. Its text is what is signed. */
export interface Manifest {
  readonly exportId: string;
  readonly company: { readonly id: string; readonly name: string };
  /** ISO 8601 in UTC; points that arrived later are in none of the files. */
  readonly requestedAt: string;
  /** SHA-256 of the public key in DER, hexadecimal: by which of the platform's keys it is signed. */
  readonly keyId: string;
  readonly files: readonly BundleFile[];
}

/** Where invoices and credit notes are as PDF. */
export const PAPERS_FOLDER = 'invoices/pdf';

/** The files of a bundle that its manifest cannot list, since they speak of it. */
export const MANIFEST_PATH = 'manifest.json';
export const SIGNATURE_PATH = 'manifest.sig';
export const KEY_PATH = 'public-key.pem';
export const UNLISTED: readonly string[] = [MANIFEST_PATH, SIGNATURE_PATH, KEY_PATH];

/** The text of a manifest: JSON, its files in the order of their paths, so that one export has one text. */
export function manifestText({ exportId, company, requestedAt, keyId, files }: Manifest): string {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ path, bytes, sha256, records }) => ({ path, bytes, sha256, records }));
  return `${JSON.stringify({ form: FORM, exportId, company, requestedAt, keyId, files: sorted }, null, 1)}\n`;
}

/** Reads a manifest. @throws AppError (invalid) EXPORT.MANIFEST where it is none of a form that is known */
export function readManifest(text: string): Manifest {
  const read: unknown = parsed(text);
  if (!isManifest(read)) throw invalid('EXPORT.MANIFEST', `The manifest is none of the form ${FORM}.`);
  return read;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

function isManifest(value: unknown): value is Manifest {
  if (!isObject(value) || value['form'] !== FORM || !isObject(value['company'])) return false;
  const texts = [value['exportId'], value['requestedAt'], value['keyId'], value['company']['id'], value['company']['name']];
  return texts.every((each) => typeof each === 'string') && Array.isArray(value['files']) && value['files'].every(isFile);
}

function isFile(value: unknown): value is BundleFile {
  return isObject(value) && typeof value['path'] === 'string' && typeof value['sha256'] === 'string' && Number.isSafeInteger(value['bytes']);
}
