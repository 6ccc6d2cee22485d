import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { PageRequest } from '@tenon/nest';
import { INCLUDED, type DeviceRow } from '../../persistence/device-row.js';

/** A machine and the type it had. */
export interface TypedDevice {
  readonly id: string;
  readonly name: string;
  readonly typeId: string | null;
}

/** Which machine has which type. */
@Injectable()
export class TypedDeviceRepository {
  /** Machines of a type by name, one more than the page holds. */
  list(tx: TenantTx, typeId: string, page: PageRequest): Promise<DeviceRow[]> {
    const [name, id] = page.after ?? [];
    const beyond = name === undefined || id === undefined ? {} : { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] };
    return tx.prisma.device.findMany({ where: { tenantId: tx.tenantId, typeId, ...beyond }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: page.limit + 1, include: INCLUDED });
  }

  /** Those of these that there are, locked in the order of their ids until the transaction ends. */
  lock(tx: TenantTx, ids: readonly string[]): Promise<TypedDevice[]> {
    return tx.sql<TypedDevice>('SELECT id, name, type_id AS "typeId" FROM device WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE', [tx.tenantId, ids]);
  }

  async set(tx: TenantTx, ids: readonly string[], typeId: string | null): Promise<void> {
    await tx.execute('UPDATE device SET type_id = $3 WHERE tenant_id = $1 AND id = ANY ($2::uuid[])', [tx.tenantId, ids, typeId]);
  }

  /** Machines by their ids, by name. */
  listByIds(tx: TenantTx, ids: readonly string[]): Promise<DeviceRow[]> {
    return tx.prisma.device.findMany({ where: { tenantId: tx.tenantId, id: { in: [...ids] } }, orderBy: { name: 'asc' }, include: INCLUDED });
  }
}
