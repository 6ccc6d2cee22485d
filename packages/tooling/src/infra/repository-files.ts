import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../cli/repository.mjs';

const LEFT_OUT = /^(node_modules|dist|generated|coverage|\.git|\.cache|\.turbo|\.next.*|\.data.*|artifacts)$/;

/** The files below a folder of the repository, as paths from its root with forward slashes; what is installed or built is left out. */
export function filesBelow(folder: string): string[] {
  return readdirSync(path.join(REPOSITORY, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return LEFT_OUT.test(entry.name) ? [] : filesBelow(file);
    return [file];
  });
}

/** The text of a file of the repository. */
export function textOf(file: string): string {
  return readFileSync(path.join(REPOSITORY, file), 'utf8');
}
