import { Injectable } from '@nestjs/common';
import { isUniqueViolation, Prisma, type TenantTx } from '@tenon/db';
import { conflict, isUuid, notFound } from '@tenon/kernel';
import type { PageRequest } from '@tenon/nest';

const INCLUDED = { presence: true, tokens: { where: { revokedAt: null } } } satisfies Prisma.DeviceInclude;

/** A machine with its presence and its working token, if it has one. */
export type DeviceRow = Prisma.DeviceGetPayload<{ include: typeof INCLUDED }>;

/** What is written when a machine is added. */
export interface NewDevice {
  readonly name: string;
  readonly kind: 'machine' | 'simulated';
  readonly profile: string | null;
}

/** The machines of the transaction's company. */
@Injectable()
export class DeviceRepository {
  /** @throws AppError (not-found) DEVICE.NOT_FOUND, for another tenant's id too */
  async get(tx: TenantTx, id: string): Promise<DeviceRow> {
    const device = isUuid(id) ? await tx.prisma.device.findUnique({ where: { tenantId_id: { tenantId: tx.tenantId, id } }, include: INCLUDED }) : null;
    if (!device) throw notFound('DEVICE.NOT_FOUND', 'There is no such machine.');
    return device;
  }

  /** The same, locked until the transaction ends. */
  async getForUpdate(tx: TenantTx, id: string): Promise<DeviceRow> {
    if (isUuid(id)) await tx.sql('SELECT 1 FROM device WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tx.tenantId, id]);
    return this.get(tx, id);
  }

  /** Machines by name, one more than the page holds. */
  list(tx: TenantTx, page: PageRequest, search: string): Promise<DeviceRow[]> {
    const [name, id] = page.after ?? [];
    const beyond = name === undefined || id === undefined ? {} : { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] };
    return tx.prisma.device.findMany({ where: { ...matching(tx, search), ...beyond }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: page.limit + 1, include: INCLUDED });
  }

  count(tx: TenantTx, search: string): Promise<number> {
    return tx.prisma.device.count({ where: matching(tx, search) });
  }

  countSimulated(tx: TenantTx): Promise<number> {
    return tx.prisma.device.count({ where: { tenantId: tx.tenantId, kind: 'simulated' } });
  }

  /** @throws AppError (conflict) DEVICE.NAME_TAKEN */
  async insert(tx: TenantTx, device: NewDevice): Promise<DeviceRow> {
    const id = tx.newId();
    await this.named(device.name, () => tx.prisma.device.create({ data: { tenantId: tx.tenantId, id, ...device } }));
    return this.get(tx, id);
  }

  /** @throws AppError (conflict) DEVICE.NAME_TAKEN */
  async rename(tx: TenantTx, id: string, name: string): Promise<DeviceRow> {
    await this.named(name, () => tx.prisma.device.update({ where: { tenantId_id: { tenantId: tx.tenantId, id } }, data: { name } }));
    return this.get(tx, id);
  }

  async delete(tx: TenantTx, id: string): Promise<void> {
    await tx.execute('DELETE FROM device WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id]);
  }

  private async named(name: string, write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (isUniqueViolation(error)) throw conflict('DEVICE.NAME_TAKEN', 'Another machine has this name.', { name });
      throw error;
    }
  }
}

function matching(tx: TenantTx, search: string): Prisma.DeviceWhereInput {
  return { tenantId: tx.tenantId, ...(search ? { name: { contains: search, mode: 'insensitive' as const } } : {}) };
}
