import { invalid } from '@tenon/kernel';
import type { OtaKind } from './assignment.js';

/** A package that somebody is about to bring. */
export interface WantedPackage {
  readonly kind: OtaKind;
  readonly title: string;
  readonly version: string;
  readonly fileName: string;
  readonly sizeBytes: number;
}

const LONGEST_TITLE = 100;
const LONGEST_VERSION = 50;
const LONGEST_FILE_NAME = 200;

/**
 * Reads what a package is called. Its title and version are what machines compare, so they are taken as they stand, without what cannot be seen.
 * @throws AppError (invalid) OTA_PACKAGE.TITLE up to 100 characters, OTA_PACKAGE.VERSION up to 50, OTA_PACKAGE.FILE without a name or a length
 */
export function readPackage({ kind, title, version, fileName, sizeBytes }: WantedPackage): WantedPackage {
  const file = visible(fileName);
  if (file === '' || file.length > LONGEST_FILE_NAME || !Number.isSafeInteger(sizeBytes) || sizeBytes < 1) throw invalid('OTA_PACKAGE.FILE', 'A file has a name and a length.');
  return { kind, title: named(title, LONGEST_TITLE, 'OTA_PACKAGE.TITLE'), version: named(version, LONGEST_VERSION, 'OTA_PACKAGE.VERSION'), fileName: file, sizeBytes };
}

// No line break among them: what is signed has one fact a line.
const visible = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, '').trim();

function named(text: string, longest: number, code: string): string {
  const name = visible(text);
  if (name === '' || name.length > longest) throw invalid(code, `It has 1 to ${longest} characters.`, { longest });
  return name;
}
