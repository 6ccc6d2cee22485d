import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { KEY_PATH, MANIFEST_PATH, manifestText, SIGNATURE_PATH } from '@tenon/domain/exit';
import type { TenantActor } from '@tenon/domain/identity';
import { ExportFolder } from '../files/export-folder.js';
import { PartStore } from '../files/part-store.js';
import { writeBundle, type BundleEntry } from '../files/write-bundle.js';
import type { WrittenFile } from '../persistence/export-file.repository.js';
import type { Bundle } from '../persistence/export.repository.js';
import { ExportProgress, type ExportRun } from './export-progress.js';
import { SigningKeys } from './signing-keys.js';
import { WriteFiles } from './write-files.js';

/** What is to become one file, and where it is written before it is the one that is handed out. */
interface Unbound {
  readonly parts: PartStore;
  readonly written: readonly WrittenFile[];
  readonly draft: string;
}

/**
 * Writes an export: its files, then all of them with a signed manifest as one. It may be broken off at any time and begun again:
 * what is written stays, and what is ready is left alone.
 */
@Injectable()
export class WriteExport {
  constructor(
    private readonly progress: ExportProgress,
    private readonly files: WriteFiles,
    private readonly keys: SigningKeys,
    private readonly folder: ExportFolder,
  ) {}

  async execute(actor: TenantActor, id: string, signal: AbortSignal): Promise<void> {
    const run = await this.progress.begin(actor, id);
    if (run) {
      const parts = new PartStore(this.folder.parts(actor.tenantId, id));
      const written = await this.files.execute(actor, run, parts, signal);
      const draft = await parts.draft();
      const bundle = await this.bind(actor, run, { parts, written, draft });
      await this.progress.finish(actor, id, { bundle, files: written.length, place: () => rename(draft, this.folder.bundle(actor.tenantId, id)) });
    }
    await this.folder.removeParts(actor.tenantId, id);
  }

  private async bind({ tenantId }: TenantActor, { id, requestedAt, companyName }: ExportRun, { parts, written, draft }: Unbound): Promise<Bundle> {
    const signer = await this.keys.signer();
    const manifest = manifestText({ exportId: id, company: { id: tenantId, name: companyName }, requestedAt: requestedAt.toISOString(), keyId: signer.keyId, files: written });
    const ordered = written.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    const entries = [
      inMemory(MANIFEST_PATH, Buffer.from(manifest)),
      inMemory(SIGNATURE_PATH, signer.sign(manifest)),
      inMemory(KEY_PATH, Buffer.from(signer.publicKey)),
      ...ordered.map(({ path, bytes, sha256 }): BundleEntry => ({ path, bytes, content: () => parts.read(sha256) })),
    ];
    return { keyId: signer.keyId, ...(await writeBundle(draft, entries, requestedAt)) };
  }
}

function inMemory(path: string, content: Buffer): BundleEntry {
  return { path, bytes: content.length, content: () => Readable.from([content]) };
}
