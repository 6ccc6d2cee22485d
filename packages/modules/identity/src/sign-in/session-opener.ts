import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { bug } from '@tenon/kernel';
import { z } from 'zod';

const body = z.object({ userId: z.uuid() });

/**
 * better-auth signs in by a password alone; this opens the session of somebody who has given all that is asked of them, with
 * better-auth's own cookie. It has no path, and the router is not mounted: only our code reaches it.
 */
export function sessionOpener() {
  return {
    id: 'session-opener',
    endpoints: {
      openSession: createAuthEndpoint({ method: 'POST', body, metadata: { SERVER_ONLY: true } }, async (context) => {
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(context.body.userId);
        if (!user) throw bug('AUTH.NO_PERSON', 'A session is to be opened for nobody.');
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(context, { session, user });
        return { sessionId: session.id };
      }),
    },
  } satisfies BetterAuthPlugin;
}
