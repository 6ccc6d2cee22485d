import { getCurrentAuthContextAsyncLocalStorage, getCurrentDBAdapterAsyncLocalStorage, getRequestStateAsyncLocalStorage } from '@better-auth/core/context';
import { betterAuth } from 'better-auth';
import { organization } from 'better-auth/plugins';
import type pg from 'pg';
import { QuietCalls } from './quiet-calls.js';
import { sessionOpener } from './session-opener.js';

export interface AuthOptions {
  /** Connections that take the role tenon_auth and look into the schema `auth`. */
  readonly pool: pg.Pool;
  /** Signs cookies and tokens. */
  readonly secret: string;
  /** The portal's address, by which people reach us. */
  readonly publicUrl: string;
  /** Writes the mail with the link to a new password. */
  readonly sendResetPassword: (to: { email: string }, token: string) => Promise<void>;
  /** The company that a new session of this person begins in, if that is clear. */
  readonly companyToEnter: (userId: string) => Promise<string | null>;
  /** Tells that a session of this person has ended, by signing out or by a new password. */
  readonly sessionEnded: (userId: string) => Promise<void>;
  /** Ends what was begun with the password before. */
  readonly passwordSet: (userId: string) => Promise<void>;
}

const SESSION_DAYS = 7;
const DAY_S = 86_400;

/**
 * better-auth, which keeps people, passwords and sessions in a schema of its own. Its router is not mounted: the few
 * things we use are called one by one from the use cases, so nothing of it is reachable that is not listed there.
 */
export function createAuth(options: AuthOptions) {
  const auth = configured(options);
  // Until Node 24 a storage that was once in use makes every promise of the process dearer (decision 16).
  const calls = new QuietCalls(() => Promise.all([getCurrentAuthContextAsyncLocalStorage(), getCurrentDBAdapterAsyncLocalStorage(), getRequestStateAsyncLocalStorage()]));
  return { ...auth, api: calls.wrap(auth.api) };
}

function configured(options: AuthOptions) {
  const isHttps = options.publicUrl.startsWith('https:');
  return betterAuth({
    database: options.pool,
    secret: options.secret,
    baseURL: options.publicUrl,
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3_600,
      sendResetPassword: ({ user, token }) => options.sendResetPassword(user, token),
      onPasswordReset: ({ user }) => options.passwordSet(user.id),
    },
    // Links to a new password: whoever reads the table has none of them.
    verification: { storeIdentifier: 'hashed' },
    user: { additionalFields: { pendingCompanyName: { type: 'string', required: false, input: true } } },
    databaseHooks: {
      session: {
        create: { before: async (session) => ({ data: { ...session, activeOrganizationId: await options.companyToEnter(session.userId) } }) },
        delete: { after: ({ userId }) => options.sessionEnded(userId) },
      },
    },
    session: { expiresIn: SESSION_DAYS * DAY_S, updateAge: DAY_S },
    advanced: {
      database: { generateId: 'uuid' },
      // Over https no other host of the domain can set it, nor a page reached without TLS. Better-auth's own way knows `__Secure-` alone, so the prefix is part of the name.
      cookiePrefix: isHttps ? '__Host-tenon' : 'tenon',
      // A session's list names the address, not its network.
      ipAddress: { ipv6Subnet: 128 },
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps },
    },
    plugins: [organization({ allowUserToCreateOrganization: false }), sessionOpener()],
  });
}

/** better-auth as we configured it; never leaves this module. */
export type Auth = ReturnType<typeof createAuth>;
