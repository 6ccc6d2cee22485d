import type { Prisma } from '@tenon/db';

/** What is read with a machine: its presence, and its working token. */
export const INCLUDED = { presence: { select: { isConnected: true, lastSeenAt: true } }, tokens: { where: { revokedAt: null }, select: { prefix: true, issuedAt: true } } } satisfies Prisma.DeviceInclude;

/** What is read where it is wanted, and not with every machine: what passes from the platform to it, and by which key it came. */
export const OMITTED = { reportedVersion: true, reportedAt: true, desiredVersion: true, lastCommandNumber: true, provisionedBy: true, provisionedAt: true } satisfies Prisma.DeviceOmit;

/** A machine with its presence and its working token, if it has one. */
export type DeviceRow = Omit<Prisma.DeviceGetPayload<{ include: typeof INCLUDED; omit: typeof OMITTED }>, 'tenantId'>;
