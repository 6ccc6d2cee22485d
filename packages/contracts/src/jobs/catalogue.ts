import { z } from 'zod';
import { defineJob } from './define-job.js';

const uuid = z.uuid();

/** Hands one mail to the mail server, or to the outbox folder. */
export const sendMail = defineJob({
  name: 'identity.send-mail',
  queue: 'identity',
  scope: 'system',
  payload: z.object({ mailId: uuid }),
  attempts: 8,
  backoffMs: 5_000,
  timeoutMs: 30_000,
});

/** Writes the mail that invites somebody to a company; `mailNumber` counts those asked for, from 1. */
export const mailInvitation = defineJob({
  name: 'identity.mail-invitation',
  queue: 'identity',
  scope: 'tenant',
  payload: z.object({ invitationId: uuid, mailNumber: z.number().int() }),
  attempts: 8,
  backoffMs: 2_000,
  timeoutMs: 30_000,
  subject: ({ invitationId }) => invitationId,
});

/** Writes the mail that tells somebody that they were removed from a company: under this id, so that it is written once. Its address is told, as they are gone. */
export const mailRemoval = defineJob({
  name: 'identity.mail-removal',
  queue: 'identity',
  scope: 'tenant',
  payload: z.object({ mailId: uuid, email: z.string() }),
  attempts: 8,
  backoffMs: 2_000,
  timeoutMs: 30_000,
});

/** Deletes the points, roll-ups and latest values of a machine that is gone. */
export const erasePoints = defineJob({
  name: 'telemetry.erase-points',
  queue: 'telemetry',
  scope: 'tenant',
  payload: z.object({ deviceId: uuid, shapeIds: z.array(z.number().int()), seriesIds: z.array(z.number().int()) }),
  attempts: 10,
  backoffMs: 5_000,
  timeoutMs: 10 * 60_000,
  subject: ({ deviceId }) => deviceId,
});

/** Does to many machines what somebody asked for. What one run does not finish, the next goes on with. */
export const actOnMachines = defineJob({
  name: 'devices.act-on-machines',
  queue: 'devices',
  scope: 'tenant',
  payload: z.object({ bulkActionId: uuid }),
  attempts: 10,
  backoffMs: 5_000,
  timeoutMs: 30 * 60_000,
  subject: ({ bulkActionId }) => bulkActionId,
});

/** Brings a campaign as far as it can come now; the worker does so by itself too, every few seconds. */
export const advanceCampaign = defineJob({
  name: 'devices.advance-campaign',
  queue: 'devices',
  scope: 'tenant',
  payload: z.object({ campaignId: uuid }),
  attempts: 5,
  backoffMs: 5_000,
  timeoutMs: 10 * 60_000,
  subject: ({ campaignId }) => campaignId,
});

/** Deletes what some metrics of a machine said in a range; in milliseconds since the epoch, a fraction for microseconds. */
export const deleteReadings = defineJob({
  name: 'telemetry.delete-readings',
  queue: 'telemetry',
  scope: 'tenant',
  payload: z.object({ deviceId: uuid, seriesIds: z.array(z.number().int()), fromMs: z.number(), toMs: z.number() }),
  attempts: 10,
  backoffMs: 5_000,
  timeoutMs: 10 * 60_000,
  subject: ({ deviceId }) => deviceId,
});

/** Goes on with an import of history: looks at its file, reads it, writes it, or takes it back. What one run does not finish, it promises anew. */
export const importHistory = defineJob({
  name: 'telemetry.import-history',
  queue: 'telemetry',
  scope: 'tenant',
  payload: z.object({ importId: uuid }),
  attempts: 12,
  backoffMs: 5_000,
  timeoutMs: 20 * 60_000,
  subject: ({ importId }) => importId,
});

/** Brings one subscription's energy slots of one metric up to date over a range. */
export const refreshEnergy = defineJob({
  name: 'analytics.refresh-energy',
  queue: 'analytics',
  scope: 'tenant',
  payload: z.object({ subscriptionId: uuid, seriesId: z.number().int(), fromMs: z.number(), toMs: z.number() }),
  attempts: 6,
  backoffMs: 2_000,
  timeoutMs: 5 * 60_000,
  subject: ({ subscriptionId }) => subscriptionId,
  merging: {
    key: ({ subscriptionId, seriesId }) => `${subscriptionId} ${seriesId}`,
    merged: (waiting, next) => ({ ...next, fromMs: Math.min(waiting.fromMs, next.fromMs), toMs: Math.max(waiting.toMs, next.toMs) }),
    gatherMs: 0,
  },
});

/** Brings one notice to one mailbox or robot. Tries that fail in a row pause a robot, so they are some minutes apart. */
export const deliverNotice = defineJob({
  name: 'notices.deliver',
  queue: 'notices',
  scope: 'tenant',
  payload: z.object({ deliveryId: uuid }),
  attempts: 5,
  backoffMs: 60_000,
  timeoutMs: 30_000,
  subject: ({ deliveryId }) => deliveryId,
});

/** Writes what a company takes along. What one run does not finish, the next goes on with. */
export const writeExport = defineJob({
  name: 'exit.write-export',
  queue: 'exit',
  scope: 'tenant',
  payload: z.object({ exportId: uuid }),
  attempts: 12,
  backoffMs: 5_000,
  timeoutMs: 60 * 60_000,
  subject: ({ exportId }) => exportId,
});

/** Erases a company that is closed for good. What one run does not finish, the next goes on with. */
export const eraseCompany = defineJob({
  name: 'exit.erase-company',
  queue: 'exit',
  scope: 'tenant',
  payload: z.object({}),
  attempts: 12,
  backoffMs: 10_000,
  timeoutMs: 60 * 60_000,
});

/** Sends money back to the card from which it came. */
export const refundCard = defineJob({
  name: 'billing.refund-card',
  queue: 'billing',
  scope: 'tenant',
  payload: z.object({ refundId: uuid }),
  attempts: 8,
  backoffMs: 10_000,
  timeoutMs: 2 * 60_000,
  subject: ({ refundId }) => refundId,
});

/** Every job there is. A worker refuses to start unless each has exactly one handler. */
export const JOBS = [sendMail, mailInvitation, mailRemoval, actOnMachines, advanceCampaign, erasePoints, deleteReadings, importHistory, refreshEnergy, deliverNotice, refundCard, writeExport, eraseCompany] as const;
