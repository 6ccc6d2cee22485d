import { OutgoingHttp, Vault, type SecretPlace } from '@tenon/runtime';
import { DomainProof } from './domain-proof.js';

const placeOf = (tenantId: string): SecretPlace => ({ column: 'public.sso_connection.secret_sealed', id: tenantId });

/** What signing in at a company's provider needs: a way to call it that leads nowhere inside, whose a domain is, and the secret that is shared with it. */
export class SsoDesk {
  /** Where providers send browsers back to; it stands in their settings, so it never changes. */
  readonly redirectUri: string;

  constructor(
    readonly http: OutgoingHttp,
    readonly domains: DomainProof,
    private readonly vault: Vault,
    publicUrl: string,
  ) {
    this.redirectUri = `${publicUrl.replace(/\/$/, '')}/api/auth/sso-callback`;
  }

  seal(tenantId: string, secret: string): string {
    return this.vault.seal(placeOf(tenantId), secret);
  }

  /** @throws AppError VAULT.* */
  open({ tenantId, secretSealed }: { tenantId: string; secretSealed: string }): string {
    return this.vault.open(placeOf(tenantId), secretSealed);
  }
}
