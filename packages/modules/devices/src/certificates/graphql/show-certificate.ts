import type { CertificateAuthorityKind, CertificateAuthorityState } from '@tenon/graphql/resolvers';
import { instantText } from '@tenon/kernel';
import type { AuthorityRow } from '../persistence/authority.repository.js';
import type { CertificateRow } from '../persistence/device-certificate.repository.js';

/** A machine's certificate in the words of the schema. */
export function showMachineCertificate({ id, serial, fingerprint, issuedAt, notAfter, revokedAt, isAuthorityEnded }: CertificateRow) {
  const isGood = revokedAt === null && !isAuthorityEnded && notAfter.getTime() > Date.now();
  return { id, serial, fingerprint, issuedAt: instantText(issuedAt), notAfter: instantText(notAfter), revokedAt: revokedAt && instantText(revokedAt), isGood };
}

/** An authority in the words of the schema; its key is not among them. */
export function showAuthority({ id, kind, name, certificate, fingerprint, notAfter, state, challenge, createdAt, certificateCount, revokedSerials, strangerName, strangerAt }: AuthorityRow) {
  return {
    id,
    kind: kind.toUpperCase() as CertificateAuthorityKind,
    name,
    certificate,
    fingerprint,
    notAfter: instantText(notAfter),
    state: state.toUpperCase() as CertificateAuthorityState,
    challenge,
    createdAt: instantText(createdAt),
    certificateCount,
    revokedSerials: [...revokedSerials],
    strangerName,
    strangerAt: strangerAt && instantText(strangerAt),
  };
}
