import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sendMail } from '@tenon/contracts/jobs';
import { SystemDb, TenantDb } from '@tenon/db';
import { backupsUntil, certificateText } from '@tenon/domain/exit';
import type { TenantActor } from '@tenon/domain/identity';
import { insertPromisedMail } from '@tenon/identity';
import { ErasureRepository, type ErasureRow } from '../persistence/erasure.repository.js';
import { erasureMail } from './erasure-mail.js';
import { SigningKeys } from './signing-keys.js';

/** 网络安全法, art. 21 (3). */
const TRAIL_MONTHS = 6;

/** How the platform's own backups are kept. */
export class BackupPolicy {
  constructor(
    /** 0: the platform takes none. */
    readonly everyHours: number,
    readonly keep: number,
  ) {}
}

/**
 * Certifies that a company is erased: what was taken away, what stays and why, until when backups hold copies; signed, kept for ever, and
 * mailed to those who owned it, once. Repeating it after it was broken off goes on, with the same certificate.
 */
@Injectable()
export class CertifyErasure {
  constructor(
    private readonly db: TenantDb,
    private readonly system: SystemDb,
    private readonly erasures: ErasureRepository,
    private readonly keys: SigningKeys,
    private readonly backups: BackupPolicy,
  ) {}

  async execute(actor: TenantActor): Promise<void> {
    const signer = await this.keys.signer();
    const row = await this.db.transaction(actor, async (tx) => {
      const open = await this.erasures.findForUpdate(tx);
      if (!open || open.finishedAt) return open;
      const { told, startedAt, counts: erased } = open;
      const done = { company: { id: tx.tenantId, name: told.name ?? '' }, startedAt, finishedAt: tx.now, erased, kept: await this.erasures.kept(tx), backupsUntil: backupsUntil(tx.now, this.backups), keyId: signer.keyId };
      const certificate = certificateText(done);
      await this.erasures.hollow(tx, TRAIL_MONTHS);
      await this.erasures.certify(tx, certificate, signer.sign(certificate).toString('base64'));
      await tx.audit('tenant.erased', { rows: Object.values(erased).reduce((sum, rows) => sum + rows, 0) });
      return this.erasures.findForUpdate(tx);
    });
    if (row) await this.tell(actor, row);
  }

  private async tell(actor: TenantActor, { told, certificate, signature }: ErasureRow): Promise<void> {
    if (!certificate || !signature) return;
    await this.system.run('erasure: mail the certificate', async (tx) => {
      for (const to of told.emails ?? []) {
        const mailId = mailIdOf(actor.tenantId, to);
        if (await insertPromisedMail(tx, mailId, { to, ...erasureMail(certificate, signature) })) await tx.enqueue(sendMail, { mailId });
      }
    });
    await this.db.transaction(actor, (tx) => this.erasures.forgetWhomToTell(tx));
  }
}

/** The same for the same person, so that they are written to once. */
function mailIdOf(tenantId: string, email: string): string {
  const hex = createHash('sha256').update(`tenon/erasure/${tenantId}/${email}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
