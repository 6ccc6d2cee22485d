import { Inject, Injectable } from '@nestjs/common';
import { domainOfEmail, safeNext } from '@tenon/domain/identity';
import { AppError, unauthenticated, unavailable, type TenantId } from '@tenon/kernel';
import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { findConnection, insertAttempt, takeAttempt, type FoundConnection, type KeptAttempt } from '../persistence/sso-sign-in.repository.js';
import { readEmail } from '../sign-in/credentials.js';
import { SsoCookie } from '../sign-in/own-cookie.js';
import { SignInThrottle } from '../sign-in/throttle.js';
import { AUTH_POOL } from '../sign-in/tokens.js';
import type { CallerAddress } from '../sign-in/caller-address.js';
import { assertedPerson, type AssertedPerson } from '../sso/asserted-person.js';
import { ProvenDomain } from '../sso/proven-domain.js';
import { authorizationUrl } from '../sso/authorization-request.js';
import { discover } from '../sso/discovery.js';
import { exchangeCode } from '../sso/exchange-code.js';
import { SsoDesk } from '../sso/sso-desk.js';

/** How long signing in at the provider may take. */
const MINUTES = 10;

const digestOf = (token: string): Buffer => createHash('sha256').update(`tenon/sso/${token}`).digest();
const newToken = (): string => randomBytes(32).toString('base64url');
const over = () => unauthenticated('AUTH.SSO_OVER', 'Too much time has passed, or this was not begun here. Begin anew.');
const unknown = () => unauthenticated('AUTH.SSO_UNKNOWN', 'No company has set up single sign-on for this address.');
const unknownScope = () => unauthenticated('AUTH.SSO_SCOPE', 'The provider does not know a scope that the company asks for, or does not give it.');
const refused = () => unauthenticated('AUTH.SSO_REFUSED', 'The provider did not sign you in.');

/** Where a provider is that cannot be called is nobody's business who is not signed in; its owner is told when setting it up. */
async function fromProvider<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith('OUTGOING.')) throw unavailable('AUTH.SSO_AWAY', 'The provider cannot be reached just now.');
    throw error;
  }
}

/** What a provider's answer holds; whatever was sent. */
export interface ProviderAnswer {
  readonly code: unknown;
  readonly state: unknown;
  /** Why there is no code. @see RFC 6749, 4.1.2.1 */
  readonly error: unknown;
}

/** Whom a company's provider has signed in. */
export interface SignedIn {
  readonly connection: FoundConnection;
  /** Of the company's domain. */
  readonly person: AssertedPerson & { readonly email: string };
  /** Where they wanted to go: a path of our own. */
  readonly next: string;
}

/** Signing in at the provider of one's company: sending the browser there, and knowing who comes back. */
@Injectable()
export class SsoSignIn {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly desk: SsoDesk,
    private readonly domains: ProvenDomain,
    private readonly cookie: SsoCookie,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * @param input.next where they go once they are signed in, if it is a path of our own; whatever was sent
   * @returns where to go, and the cookie by which this browser is known when it comes back
   * @throws AppError (unauthenticated) AUTH.SSO_UNKNOWN; (limited) AUTH.TOO_MANY_ATTEMPTS; (unavailable) SSO.DNS, SSO.PROVIDER, AUTH.SSO_AWAY
   */
  async begin(input: { email: unknown; next?: unknown }, caller: CallerAddress): Promise<{ location: string; cookie: string }> {
    const email = readEmail(input.email);
    await this.throttle.link(caller.address);
    const connection = await this.domains.holder(domainOfEmail(email));
    if (!connection) throw unknown();
    const provider = await fromProvider(discover(this.desk.http, connection.issuer));
    const attempt: KeptAttempt = { tenantId: connection.tenantId, state: newToken(), nonce: newToken(), verifier: newToken(), next: safeNext(input.next) };
    const token = newToken();
    await insertAttempt(this.pool, digestOf(token), attempt, MINUTES);
    const location = authorizationUrl(provider, { ...attempt, clientId: connection.clientId, moreScopes: connection.moreScopes, redirectUri: this.desk.redirectUri, email });
    return { location, cookie: this.cookie.holding(token, MINUTES * 60) };
  }

  /**
   * Whom the provider has signed in, in this very browser. Its word counts for addresses of the domain that shows to be the company's, now.
   * @throws AppError (unauthenticated) AUTH.SSO_OVER, AUTH.SSO_SCOPE, AUTH.SSO_REFUSED, AUTH.SSO_UNKNOWN; (unavailable) SSO.DNS, SSO.PROVIDER, AUTH.SSO_AWAY
   */
  async complete({ code, state, error }: ProviderAnswer, { headers }: CallerAddress): Promise<SignedIn> {
    const token = this.cookie.tokenIn(headers.get('cookie') ?? '');
    const attempt = token ? await takeAttempt(this.pool, digestOf(token)) : undefined;
    if (!attempt || attempt.state !== state) throw over();
    if (error === 'invalid_scope') throw unknownScope();
    if (typeof code !== 'string' || code === '') throw refused();
    const connection = await this.stillProven(attempt.tenantId);
    const { email, ...person } = await fromProvider(this.personOf(connection, attempt, code));
    if (email === null || domainOfEmail(email) !== connection.domain) throw refused();
    return { connection, person: { ...person, email }, next: attempt.next };
  }

  private async stillProven(tenantId: TenantId): Promise<FoundConnection> {
    const connection = await findConnection(this.pool, tenantId);
    if (!connection || (await this.domains.holder(connection.domain))?.tenantId !== tenantId) throw unknown();
    return connection;
  }

  private async personOf(connection: FoundConnection, { nonce, verifier }: KeptAttempt, code: string): Promise<AssertedPerson> {
    const { http, redirectUri } = this.desk;
    const { clientId, roleClaim: claim } = connection;
    const provider = await discover(http, connection.issuer);
    const tokens = await exchangeCode(http, provider, { code, clientId, clientSecret: this.desk.open(connection), redirectUri, verifier });
    return assertedPerson(http, provider, tokens, { clientId, nonce, claim });
  }
}
