import { createHash } from 'node:crypto';
import { isTokenShaped } from '@tenon/domain/devices';
import { MINUTE_MS, SECOND_MS } from '@tenon/kernel';
import { admission, certificateAdmission, type Admission, type TokenState } from './admission.js';
import type { CertificateLookup } from './certificate-lookup.repository.js';
import type { ShownCertificate } from './shown-certificate.js';
import type { TokenLookup } from './token-lookup.js';

/** Whether what was known of a token no longer holds. */
type IsStale = (state: TokenState) => boolean;

interface Known {
  readonly state: TokenState;
  readonly untilMs: number;
}

/** How many answers are kept, and how long they hold without being told of a change. */
export interface DirectoryLimits {
  readonly maxKnown: number;
  readonly maxUnknown: number;
  readonly knownMs: number;
  readonly unknownMs: number;
}

export const DEFAULT_DIRECTORY_LIMITS: DirectoryLimits = { maxKnown: 50_000, maxUnknown: 10_000, knownMs: MINUTE_MS, unknownMs: 2 * SECOND_MS };

/** The digest by which the database knows a token, in hexadecimal. */
export function tokenDigest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** By what a machine was let in, as much of it as is needed to ask again: a token's digest in hexadecimal, or the certificate. */
export type Credential = string | ShownCertificate;

function put<Value>(map: Map<string, Value>, key: string, value: Value, maxSize: number): void {
  const oldest = map.size >= maxSize ? map.keys().next().value : undefined;
  if (oldest !== undefined) map.delete(oldest);
  map.delete(key);
  map.set(key, value);
}

/**
 * Who a token or a certificate belongs to. Answers are kept for a minute and dropped at once when a change is announced, so that a message
 * over HTTP costs no query and a revoked token works no longer than its notice takes.
 */
export class DeviceDirectory {
  private readonly known = new Map<string, Known>();
  private readonly unknown = new Map<string, number>();
  // Counts announcements: that nobody has a token, asked for before one and read after it, may be out of date, and is not kept.
  private changes = 0;
  /** What was announced since each look-up began that is not answered yet. */
  private readonly asking = new Set<IsStale[]>();

  constructor(
    private readonly tokens: TokenLookup,
    private readonly certificates: CertificateLookup,
    private readonly limits: DirectoryLimits = DEFAULT_DIRECTORY_LIMITS,
  ) {}

  /** Judges a token. @throws AppError (unavailable) DB.UNAVAILABLE when it is not known here and cannot be asked about */
  async admit(token: string): Promise<Admission> {
    return isTokenShaped(token) ? this.admitBy(tokenDigest(token)) : admission(null);
  }

  /** The same by the token's digest, which is all that a session keeps of it; or judges a certificate whose key the other end proved to have. */
  async admitBy(credential: Credential): Promise<Admission> {
    if (typeof credential === 'string') return admission(await this.stateOf(credential, () => this.tokens.find(credential)));
    return certificateAdmission(await this.stateOf(credential.key, () => this.certificates.find(credential)), credential, Date.now());
  }

  private async stateOf(key: string, find: () => Promise<TokenState | null>): Promise<TokenState | null> {
    const nowMs = Date.now();
    const known = this.known.get(key);
    if (known && known.untilMs > nowMs) return known.state;
    if ((this.unknown.get(key) ?? 0) > nowMs) return null;
    const { changes } = this;
    const state = await this.ask(find);
    if (state !== null || changes === this.changes) this.keep(key, state);
    return state;
  }

  /** Asks again while what was read may be from before a change that was announced meanwhile: whoever was let in by it would stay. */
  private async ask(find: () => Promise<TokenState | null>): Promise<TokenState | null> {
    for (;;) {
      const announced: IsStale[] = [];
      this.asking.add(announced);
      try {
        const state = await find();
        if (state === null || !announced.some((isStale) => isStale(state))) return state;
      } finally {
        this.asking.delete(announced);
      }
    }
  }

  /** Forgets the tokens that nobody was known to have: one of them may just have been issued. */
  forgetUnknown(): void {
    this.changes += 1;
    this.unknown.clear();
  }

  forgetDevice(deviceId: string): void {
    this.forgetWhere((state) => state.deviceId === deviceId);
  }

  forgetTenant(tenantId: string): void {
    this.forgetWhere((state) => state.tenantId === tenantId);
  }

  forgetAll(): void {
    this.forgetWhere(() => true);
  }

  private forgetWhere(isStale: IsStale): void {
    this.forgetUnknown();
    for (const announced of this.asking) announced.push(isStale);
    for (const [digest, { state }] of this.known) if (isStale(state)) this.known.delete(digest);
  }

  private keep(digest: string, state: TokenState | null): void {
    const { maxKnown, maxUnknown, knownMs, unknownMs } = this.limits;
    if (state === null) put(this.unknown, digest, Date.now() + unknownMs, maxUnknown);
    else put(this.known, digest, { state, untilMs: Date.now() + knownMs }, maxKnown);
  }
}
