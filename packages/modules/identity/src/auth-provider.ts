import type { Provider } from '@nestjs/common';
import { createPool, SystemDb } from '@tenon/db';
import { AllowedHosts, deriveKey, masterKeys, OutgoingHttp, Vault, type Log, type Shutdown } from '@tenon/runtime';
import { PublicUrl } from './application/public-url.js';
import { resetMail } from './application/reset-mail.js';
import { WriteMail } from './application/write-mail.js';
import { PasskeyChallenges } from './passkey/challenges.js';
import { PasskeyDesk } from './passkey/desk.js';
import { PasskeySite } from './passkey/site.js';
import { deleteSecondStepsOf } from './persistence/second-step.repository.js';
import { companyToEnter, tellSessionEnded } from './persistence/session.repository.js';
import { countInDatabase } from './sign-in/allowance.js';
import { createAuth } from './sign-in/auth.js';
import { KeyUse } from './sign-in/key-use.js';
import { SignInThrottle, type SignInLimits } from './sign-in/throttle.js';
import { DeviceCookie, SsoCookie, StepCookie } from './sign-in/own-cookie.js';
import { DomainProof } from './sso/domain-proof.js';
import { SsoDesk } from './sso/sso-desk.js';
import { AUTH, AUTH_POOL, OFFICE_POLICY, type OfficePolicy } from './sign-in/tokens.js';

/** What sign-in needs from the process it runs in. */
export interface SignInOptions {
  readonly databaseUrl: string;
  readonly secretHex: string;
  /** Master keys of secrets at rest that were set, in hexadecimal digits. */
  readonly masterKeysHex: readonly string[];
  /** Whether staff of the platform are let in without a second factor. */
  readonly isStaffSecondFactorOptional: boolean;
  readonly publicUrl: string;
  readonly limits: SignInLimits;
  /** Where providers of single sign-on may be though they are not on the public internet. */
  readonly allowedHosts: readonly string[];
  /** Which name servers say whose a domain is; the system's, where there are none. */
  readonly dnsServers: readonly string[];
  readonly log: Log;
  readonly shutdown: Shutdown;
}

/** The sign-in schema's connections, better-auth on them, and what slows down whoever tries too much. */
export function authProviders(options: SignInOptions): Provider[] {
  const { databaseUrl, publicUrl, log, shutdown } = options;
  const pool = createPool({ databaseUrl, role: 'tenon_auth', searchPath: 'auth', max: 10, onError: (error) => log.warn('auth.idle-connection-lost', { error }) });
  shutdown.add('sign-in database', () => pool.end());
  const keyUse = new KeyUse(pool, log);
  // Before the connections close, as what was added last is closed first.
  shutdown.add('uses of API keys', () => keyUse.flush());
  const auth: Provider = {
    provide: AUTH,
    inject: [SystemDb],
    useFactory: (db: SystemDb) => {
      const writeMail = new WriteMail(db);
      return createAuth({
        pool,
        secret: deriveKey(options.secretHex, 'sign-in').toString('hex'),
        publicUrl,
        sendResetPassword: (to, token) => writeMail.execute(resetMail(to.email, `${publicUrl}/reset-password?token=${encodeURIComponent(token)}`)),
        passwordSet: (userId) => deleteSecondStepsOf(pool, userId),
        companyToEnter: (userId) => companyToEnter(pool, userId),
        // Nothing depends on the message alone: who cannot tell now is looked at again soon, so signing out never fails by it.
        sessionEnded: (userId) => tellSessionEnded(pool, userId).catch((error: unknown) => log.warn('auth.session-end-not-told', { error })),
      });
    },
  };
  return [
    auth,
    { provide: AUTH_POOL, useValue: pool },
    { provide: OFFICE_POLICY, useValue: { demandsSecondFactor: !options.isStaffSecondFactorOptional } satisfies OfficePolicy },
    { provide: SignInThrottle, useValue: new SignInThrottle(options.limits, countInDatabase(pool)) },
    { provide: KeyUse, useValue: keyUse },
    { provide: DeviceCookie, useValue: new DeviceCookie(publicUrl) },
    { provide: SsoCookie, useValue: new SsoCookie(publicUrl) },
    { provide: SsoDesk, inject: [Vault], useFactory: (vault: Vault) => new SsoDesk(new OutgoingHttp({ allowed: new AllowedHosts(options.allowedHosts) }), new DomainProof(options.dnsServers), vault, publicUrl) },
    { provide: StepCookie, useValue: new StepCookie(publicUrl) },
    { provide: PublicUrl, useValue: new PublicUrl(publicUrl) },
    { provide: PasskeyDesk, useValue: new PasskeyDesk(new PasskeySite(publicUrl), new PasskeyChallenges(deriveKey(options.secretHex, 'passkey-challenges'))) },
    { provide: WriteMail, inject: [SystemDb], useFactory: (db: SystemDb) => new WriteMail(db) },
    { provide: Vault, useValue: new Vault(masterKeys({ secretHex: options.secretHex, set: options.masterKeysHex })) },
  ];
}
