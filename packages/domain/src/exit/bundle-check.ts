import { UNLISTED, type BundleFile, type Manifest } from './manifest.js';

/** What can be wrong with a file of a bundle. */
export type FileFault = 'missing' | 'changed' | 'extra' | 'twice';

/** One fault of a bundle, by the file that has it. */
export interface BundleFault {
  readonly kind: FileFault;
  readonly path: string;
}

/** Holds the files of a bundle against its manifest, as they come by. Whether the manifest is the platform's own, its signature says. */
export class BundleCheck {
  private readonly listed: ReadonlyMap<string, BundleFile>;
  private readonly seen = new Set<string>();
  private readonly found: BundleFault[] = [];

  constructor({ files }: Pick<Manifest, 'files'>) {
    this.listed = new Map(files.map((file) => [file.path, file]));
  }

  /** Takes a file as it is in the bundle. */
  add({ path, bytes, sha256 }: Pick<BundleFile, 'path' | 'bytes' | 'sha256'>): void {
    if (this.seen.has(path)) return void this.found.push({ kind: 'twice', path });
    this.seen.add(path);
    if (UNLISTED.includes(path)) return;
    const said = this.listed.get(path);
    if (!said) this.found.push({ kind: 'extra', path });
    else if (said.bytes !== bytes || said.sha256 !== sha256) this.found.push({ kind: 'changed', path });
  }

  /** All that is wrong, once every file came by: in the order of paths. */
  faults(): BundleFault[] {
    const missing = [...this.listed.keys(), ...UNLISTED].filter((path) => !this.seen.has(path)).map((path): BundleFault => ({ kind: 'missing', path }));
    return [...this.found, ...missing].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}
