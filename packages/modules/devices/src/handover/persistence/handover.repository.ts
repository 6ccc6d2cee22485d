import { Injectable } from '@nestjs/common';
import type { Prisma, TenantTx } from '@tenon/db';
import { isUuid, notFound } from '@tenon/kernel';

const OMITTED = { codeDigest: true, secretDigest: true } satisfies Prisma.DeviceHandoverOmit;

/** A release as it is shown: never what it is taken by. */
export type HandoverRow = Omit<Prisma.DeviceHandoverGetPayload<{ omit: typeof OMITTED }>, 'tenantId'>;

/** What is written when a machine is released. */
export type NewHandover = Pick<HandoverRow, 'deviceId' | 'way' | 'keepsCredentials' | 'expiresAt'> & { readonly codeDigest: Uint8Array<ArrayBuffer> | null };

/** Machines of the transaction's company that it releases, or released. */
@Injectable()
export class HandoverRepository {
  /** The last release of each of these machines that ever was released. */
  latest(tx: TenantTx, deviceIds: readonly string[]): Promise<HandoverRow[]> {
    return tx.prisma.deviceHandover.findMany({ where: { tenantId: tx.tenantId, deviceId: { in: deviceIds.filter(isUuid) } }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], distinct: ['deviceId'], omit: OMITTED });
  }

  /** @throws AppError (not-found) HANDOVER.NOT_FOUND, for another company's too */
  async getForUpdate(tx: TenantTx, id: string): Promise<HandoverRow> {
    if (isUuid(id)) await tx.sql('SELECT 1 FROM device_handover WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tx.tenantId, id]);
    return this.get(tx, id);
  }

  /** @throws AppError (not-found) HANDOVER.NOT_FOUND */
  async get(tx: TenantTx, id: string): Promise<HandoverRow> {
    const handover = isUuid(id) ? await tx.prisma.deviceHandover.findUnique({ where: { tenantId_id: { tenantId: tx.tenantId, id } }, omit: OMITTED }) : null;
    if (!handover) throw notFound('HANDOVER.NOT_FOUND', 'There is no such release.');
    return handover;
  }

  async insert(tx: TenantTx, handover: NewHandover): Promise<HandoverRow> {
    const id = tx.newId();
    await tx.prisma.deviceHandover.create({ data: { tenantId: tx.tenantId, id, createdAt: tx.now, ...handover } });
    return this.get(tx, id);
  }

  /** Ends what is open of these machines; gives how many there were. */
  withdrawOpen(tx: TenantTx, deviceIds: readonly string[]): Promise<number> {
    return tx.execute('UPDATE device_handover SET withdrawn_at = $3 WHERE tenant_id = $1 AND device_id = ANY ($2::uuid[]) AND withdrawn_at IS NULL AND taken_at IS NULL', [tx.tenantId, deviceIds, tx.now]);
  }
}
