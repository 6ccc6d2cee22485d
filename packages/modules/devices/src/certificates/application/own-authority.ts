import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { AUTHORITY_DAYS, certificateSpan } from '@tenon/domain/devices';
import { Vault, type SecretPlace } from '@tenon/runtime';
import { AuthorityRepository, type AuthorityRow } from '../persistence/authority.repository.js';
import { makeAuthority, type MadeAuthority } from '../x509/authority-key.js';
import { fingerprintOf } from '../x509/names.js';
import { readCertificate } from '../x509/read-pem.js';

const NAME = 'Tenon machines';
const placeOf = (id: string): SecretPlace => ({ column: 'public.certificate_authority.private_sealed', id });

/** The company's own authority, whose key lies sealed here. It is made when it is first needed. */
@Injectable()
export class OwnAuthority {
  constructor(
    private readonly authorities: AuthorityRepository,
    private readonly vault: Vault,
  ) {}

  /** The one that signs now, and what it signs with. */
  async toSign(tx: TenantTx): Promise<{ row: AuthorityRow; key: MadeAuthority }> {
    await this.authorities.lockAll(tx);
    const row = (await this.authorities.own(tx)) ?? (await this.make(tx));
    return { row, key: { certificate: row.certificate, privateKey: this.vault.open(placeOf(row.id), row.privateSealed ?? '') } };
  }

  private async make(tx: TenantTx): Promise<AuthorityRow> {
    const id = tx.newId();
    const { certificate, privateKey } = await makeAuthority({ CN: NAME, OU: id, O: tx.tenantId }, certificateSpan(tx.now.getTime(), AUTHORITY_DAYS));
    const read = readCertificate(certificate);
    const fingerprint = fingerprintOf(read);
    const privateSealed = this.vault.seal(placeOf(id), privateKey);
    await this.authorities.insert(tx, { id, kind: 'own', name: NAME, subject: read.subject, certificate, fingerprint, notAfter: new Date(read.validTo), state: 'active', challenge: null, privateSealed });
    await tx.audit('certificate-authority.made', { authorityId: id, fingerprint });
    return this.authorities.get(tx, id);
  }
}
