import path from 'node:path';
import { rm } from 'node:fs/promises';

/** Where exports are written and kept: a folder that api and workers share. */
export class ExportFolder {
  constructor(private readonly root: string) {}

  /** Of what is written of an export before it is one file. */
  parts(tenantId: string, exportId: string): string {
    return path.join(this.root, tenantId, exportId);
  }

  /** The file that is handed out. */
  bundle(tenantId: string, exportId: string): string {
    return path.join(this.root, tenantId, `${exportId}.tar.gz`);
  }

  async removeParts(tenantId: string, exportId: string): Promise<void> {
    await rm(this.parts(tenantId, exportId), { recursive: true, force: true });
  }

  /** All of one export. */
  async remove(tenantId: string, exportId: string): Promise<void> {
    await this.removeParts(tenantId, exportId);
    await rm(this.bundle(tenantId, exportId), { force: true });
  }

  /** All of a company. */
  async removeAll(tenantId: string): Promise<void> {
    await rm(path.join(this.root, tenantId), { recursive: true, force: true });
  }
}
