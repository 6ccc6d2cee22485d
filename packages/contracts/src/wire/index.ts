/** What processes tell each other as it happens; lost when nobody listens, so nothing may depend on it alone. */
import { z } from 'zod';

/** Channel on which the gateway says which machines stored something new. */
export const LIVE_CHANNEL = 'tenon_live';
/** `[tenantId, deviceId]` pairs; the reader fetches the values it wants. */
export const liveMessage = z.array(z.tuple([z.uuid(), z.uuid()]));
export type LiveMessage = z.infer<typeof liveMessage>;

/** Channel on which changes to machines and companies are told: tokens revoked, machines added or removed, companies suspended. */
export const DEVICE_CHANNEL = 'tenon_device';
export const deviceMessage = z.object({
  kind: z.enum(['changed', 'token-revoked', 'deleted', 'tenant-suspended', 'tenant-resumed', 'presence']),
  tenantId: z.uuid(),
  deviceId: z.uuid().optional(),
});
export type DeviceMessage = z.infer<typeof deviceMessage>;

/** Channel on which new results of a subscription are told. */
export const RESULT_CHANNEL = 'tenon_result';
export const resultMessage = z.object({ tenantId: z.uuid(), subscriptionId: z.uuid() });
export type ResultMessage = z.infer<typeof resultMessage>;

/** Channel on which a change of what a person may is told: they signed out, set a new password, switched company, were given another role or lost their place. */
export const SESSION_CHANNEL = 'tenon_session';
export const sessionMessage = z.object({ userId: z.uuid() });
export type SessionMessage = z.infer<typeof sessionMessage>;

/** Channel that wakes the relay when something was put in the outbox. */
export const OUTBOX_CHANNEL = 'tenon_outbox';

/**
 * Header of a request that is meant for one company, by its id. A browser's windows share one session: what a page of one
 * company asks after another window has switched is refused with AUTH.COMPANY_CHANGED, and never done to the other company.
 */
export const COMPANY_HEADER = 'x-tenon-company';

/** Header of a request to the api whose answer's cookies reach no browser, as while a page is made: such a request prolongs no session. */
export const DROPS_COOKIES_HEADER = 'x-tenon-drops-cookies';
