import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { readMoreScopes, readWorkDomain, type UserActor } from '@tenon/domain/identity';
import { invalid, notFound } from '@tenon/kernel';
import { randomBytes } from 'node:crypto';
import { SsoConnectionRepository, type SsoConnection } from '../persistence/sso-connection.repository.js';
import { TenantRepository } from '../persistence/tenant.repository.js';
import { discover } from '../sso/discovery.js';
import { ProvenDomain } from '../sso/proven-domain.js';
import { SsoDesk } from '../sso/sso-desk.js';

const LONGEST = 500;
const PROOF_BYTES = 18;

/** What an owner says of their provider. */
export interface WantedSso {
  readonly issuer: string;
  readonly clientId: string;
  /** Null: the one that is kept stays. */
  readonly clientSecret: string | null;
  readonly domain: string;
  /** What to ask for beside the standard scopes; null: what is kept stays. */
  readonly moreScopes: readonly string[] | null;
}

/** The connection as its owner is shown it: nothing of the secret. */
export type ShownSso = Omit<SsoConnection, 'secretSealed'>;

const facts = ({ issuer, clientId, domain, moreScopes }: SsoConnection): object => ({ issuer, clientId, domain, moreScopes });

/** Where the company's people sign in beside a password, for its owner to see, set up and end. */
@Injectable()
export class SingleSignOn {
  constructor(
    private readonly db: TenantDb,
    private readonly connections: SsoConnectionRepository,
    private readonly desk: SsoDesk,
    private readonly domains: ProvenDomain,
    private readonly tenants: TenantRepository,
  ) {}

  async read(actor: UserActor): Promise<ShownSso | null> {
    return (await this.db.read(actor, (tx) => this.connections.find(tx))) ?? null;
  }

  /** Whether the domain shows that it is the company's and no other's, asked now. @throws AppError (not-found) SSO.NOT_SET_UP; (unavailable) SSO.DNS */
  async isProven(actor: UserActor): Promise<boolean> {
    const connection = await this.read(actor);
    if (!connection) throw notSetUp();
    return (await this.domains.holder(connection.domain))?.tenantId === actor.tenantId;
  }

  /**
   * Sets it up, once the provider has answered and calls itself what it is called here. Another domain needs another record. Repeating it changes nothing more.
   * @throws AppError (invalid) SSO.DOMAIN, SSO.PUBLIC_DOMAIN, SSO.FIELDS, SSO.SCOPES; (unavailable) SSO.PROVIDER; OUTGOING.*, as OutgoingHttp
   */
  async setUp(actor: UserActor, wanted: WantedSso): Promise<ShownSso> {
    const [domain, issuer, clientId] = [readWorkDomain(wanted.domain), readField(wanted.issuer), readField(wanted.clientId)];
    const wantedScopes = wanted.moreScopes && readMoreScopes(wanted.moreScopes);
    await discover(this.desk.http, issuer);
    return this.db.transaction(actor, async (tx) => {
      const before = await this.connections.find(tx);
      const secretSealed = this.sealed(tx, wanted.clientSecret, before);
      const proof = before?.domain === domain ? before.proof : randomBytes(PROOF_BYTES).toString('base64url');
      const after = { issuer, clientId, secretSealed, domain, proof, moreScopes: wantedScopes ?? before?.moreScopes ?? [] };
      await this.connections.put(tx, after);
      await tx.audit('single-sign-on.set-up', { before: before ? facts(before) : null, after: facts(after) });
      return after;
    });
  }

  /** Ends it, and with it that the company opens only by it: from now on people sign in by their passwords and passkeys alone. @throws AppError (not-found) SSO.NOT_SET_UP */
  remove(actor: UserActor): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const before = await this.connections.find(tx);
      if (!before) throw notSetUp();
      await this.connections.delete(tx);
      await this.tenants.setSsoDemand(tx, null);
      await tx.audit('single-sign-on.removed', { before: facts(before) });
    });
  }

  private sealed(tx: TenantTx, secret: string | null, before: SsoConnection | undefined): string {
    if (secret === null && before) return before.secretSealed;
    return this.desk.seal(tx.tenantId, readField(secret ?? ''));
  }
}

export const notSetUp = () => notFound('SSO.NOT_SET_UP', 'No single sign-on is set up.');

function readField(text: string): string {
  const field = text.trim();
  if (field === '' || field.length > LONGEST) throw invalid('SSO.FIELDS', `Issuer, client id and secret are needed, of at most ${LONGEST} signs each.`, { limit: LONGEST });
  return field;
}
