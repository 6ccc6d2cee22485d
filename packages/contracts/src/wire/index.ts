/** What processes tell each other as it happens; lost when nobody listens, so nothing may depend on it alone. */
import { z } from 'zod';

/** Channel on which the gateway says which machines stored something new. */
export const LIVE_CHANNEL = 'tenon_live';
/** `[tenantId, deviceId]` pairs; the reader fetches the values it wants. */
export const liveMessage = z.array(z.tuple([z.uuid(), z.uuid()]));
export type LiveMessage = z.infer<typeof liveMessage>;

/** Channel on which changes to machines and companies are told: tokens revoked, machines added or removed, companies suspended, days that are full of points, what is to be sent to a machine (commands, and a state it is asked to take), and what stands behind a gateway. */
export const DEVICE_CHANNEL = 'tenon_device';
export const deviceMessage = z.object({
  kind: z.enum(['changed', 'token-revoked', 'certificates-changed', 'deleted', 'tenant-suspended', 'tenant-resumed', 'full-days', 'presence', 'command', 'command-changed', 'desired', 'children-changed', 'child-answered', 'request-answered']),
  tenantId: z.uuid(),
  deviceId: z.uuid().optional(),
  /** What was answered: of a machine that asked for itself. */
  requestId: z.uuid().optional(),
});
export type DeviceMessage = z.infer<typeof deviceMessage>;

/** Channel that wakes the worker when a machine asked for another to be added. */
export const DEVICE_REQUEST_CHANNEL = 'tenon_device_request';

/** Channel on which new results of a subscription are told. */
export const RESULT_CHANNEL = 'tenon_result';
export const resultMessage = z.object({ tenantId: z.uuid(), subscriptionId: z.uuid() });
export type ResultMessage = z.infer<typeof resultMessage>;

/** Channel on which it is told that somebody's notices are others: of one person, or of any in the company. */
export const NOTICE_CHANNEL = 'tenon_notice';
export const noticeMessage = z.object({ tenantId: z.uuid(), userId: z.uuid().optional() });
export type NoticeMessage = z.infer<typeof noticeMessage>;

/** Channel on which it is told that an export of a company has come further. */
export const EXPORT_CHANNEL = 'tenon_export';
export const exportMessage = z.object({ tenantId: z.uuid() });
export type ExportMessage = z.infer<typeof exportMessage>;

/** Channel on which a change of what a person may is told: they signed out, set a new password, switched company, were given another role or lost their place. */
export const SESSION_CHANNEL = 'tenon_session';
export const sessionMessage = z.object({ userId: z.uuid() });
export type SessionMessage = z.infer<typeof sessionMessage>;

/** Channel on which it is told that the office set a feature flag: its key. Whoever listens reads all of them anew. */
export const FLAG_CHANNEL = 'tenon_flag';

/** Channel that wakes the relay when something was put in the outbox. */
export const OUTBOX_CHANNEL = 'tenon_outbox';
