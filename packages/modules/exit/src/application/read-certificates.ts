import { Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { readCertificate, type Certificate } from '@tenon/domain/exit';
import type { StaffActor } from '@tenon/domain/identity';
import { isUuid, notFound } from '@tenon/kernel';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { CertificateRepository, type CertificateRow } from '../persistence/certificate.repository.js';
import { SigningKeyRepository, type SigningKeyRow } from '../persistence/signing-key.repository.js';
import { certificateVerdict, type SignatureVerdict } from './certificate-verdict.js';

/** A certificate, read and checked. */
export interface CheckedCertificate {
  readonly id: string;
  readonly text: string;
  readonly signature: string;
  readonly said: Certificate;
  readonly verdict: SignatureVerdict;
}

/** Shows staff the certificates of erased companies, each checked by the platform's keys as they stand at that moment. */
@Injectable()
export class ReadCertificates {
  constructor(
    private readonly db: SystemDb,
    private readonly certificates: CertificateRepository,
    private readonly keys: SigningKeyRepository,
  ) {}

  list(staff: StaffActor, args: { first?: number | null | undefined; after?: string | null | undefined }): Promise<Page<CheckedCertificate>> {
    const request = pageRequest(args, ['instant', 'uuid']);
    return this.db.runAs(staff, 'exit: list certificates', async (tx) => {
      const page = toPage(await this.certificates.list(tx, request), request.limit, ({ finishedAt, id }) => [finishedAt.toISOString(), id]);
      const keys = await this.keys.list(tx);
      return { ...page, nodes: page.nodes.map((row) => checked(row, keys)) };
    });
  }

  /** @throws AppError (not-found) ERASURE.NOT_FOUND */
  one(staff: StaffActor, id: string): Promise<CheckedCertificate> {
    return this.db.runAs(staff, 'exit: look at a certificate', async (tx) => {
      const row = isUuid(id) ? await this.certificates.find(tx, id) : undefined;
      if (!row) throw notFound('ERASURE.NOT_FOUND', 'No company of this id was erased.');
      return checked(row, await this.keys.list(tx));
    });
  }
}

function checked({ id, certificate: text, signature }: CertificateRow, keys: readonly SigningKeyRow[]): CheckedCertificate {
  const said = readCertificate(text);
  return { id, text, signature, said, verdict: certificateVerdict({ text, signature, said }, keys) };
}
