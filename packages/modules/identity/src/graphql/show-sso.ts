import { STANDARD_SCOPES } from '@tenon/domain/identity';
import type { ShownSso } from '../application/single-sign-on.js';
import type { SsoAdmission } from '../persistence/sso-admission.repository.js';
import { proofRecord } from '../sso/domain-proof.js';
import { showRole } from './show.js';

/** A company's provider in the words of the schema. */
export function showProvider({ issuer, clientId, domain, proof, moreScopes }: ShownSso) {
  const { name, value } = proofRecord({ domain, proof });
  return { issuer, clientId, domain, recordName: name, recordValue: value, scopes: [...STANDARD_SCOPES, ...moreScopes] };
}

/** Whom it lets in, in the words of the schema. */
export function showAdmission(admission: SsoAdmission | undefined) {
  if (!admission) return null;
  return { claim: admission.claim, role: showRole(admission.role), rules: admission.rules.map(({ value, role }) => ({ value, role: showRole(role) })) };
}
