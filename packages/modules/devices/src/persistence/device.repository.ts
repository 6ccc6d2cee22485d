import { Injectable } from '@nestjs/common';
import { isUniqueViolation, type TenantTx } from '@tenon/db';
import type { GatewayMode } from '@tenon/domain/devices';
import { conflict, isUuid, notFound } from '@tenon/kernel';
import type { PageRequest } from '@tenon/nest';
import { INCLUDED, OMITTED, type DeviceRow } from './device-row.js';
import type { DeviceFilter } from './device-conditions.js';
import type { DeviceOrder } from './device-order.js';
import { listDevices } from './listed-devices.js';

/** What is written when a machine is added. */
export interface NewDevice {
  readonly name: string;
  readonly kind: 'machine' | 'simulated';
  readonly profile: string | null;
  readonly typeId?: string | null;
  readonly gatewayMode?: GatewayMode;
  /** The gateway it stands behind, and how that knows it. */
  readonly parentId?: string;
  readonly knownAs?: string;
}

/** The machines of the transaction's company. */
@Injectable()
export class DeviceRepository {
  /** @throws AppError (not-found) DEVICE.NOT_FOUND, for another tenant's id too */
  async get(tx: TenantTx, id: string): Promise<DeviceRow> {
    const device = isUuid(id) ? await tx.prisma.device.findUnique({ where: { tenantId_id: { tenantId: tx.tenantId, id } }, include: INCLUDED, omit: OMITTED }) : null;
    if (!device) throw notFound('DEVICE.NOT_FOUND', 'There is no such machine.');
    return device;
  }

  /** The same, locked until the transaction ends. */
  async getForUpdate(tx: TenantTx, id: string): Promise<DeviceRow> {
    if (isUuid(id)) await tx.sql('SELECT 1 FROM device WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tx.tenantId, id]);
    return this.get(tx, id);
  }

  /** Machines in order, one more than the page holds, and how many match in all. */
  list(tx: TenantTx, page: PageRequest, filter: DeviceFilter & { readonly order: DeviceOrder }): Promise<{ rows: DeviceRow[]; totalCount: number }> {
    return listDevices(tx, page, filter);
  }

  /** Those of these that there are. */
  listByIds(tx: TenantTx, ids: readonly string[]): Promise<DeviceRow[]> {
    return tx.prisma.device.findMany({ where: { tenantId: tx.tenantId, id: { in: [...ids] } }, include: INCLUDED, omit: OMITTED });
  }

  countSimulated(tx: TenantTx): Promise<number> {
    return tx.prisma.device.count({ where: { tenantId: tx.tenantId, kind: 'simulated' } });
  }

  /** Which of these names the company's machines have. */
  async takenNames(tx: TenantTx, names: readonly string[]): Promise<Set<string>> {
    const rows = await tx.sql<{ name: string }>('SELECT name FROM device WHERE tenant_id = $1 AND name = ANY ($2)', [tx.tenantId, names]);
    return new Set(rows.map(({ name }) => name));
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

  async setGatewayMode(tx: TenantTx, id: string, mode: GatewayMode): Promise<void> {
    await tx.execute('UPDATE device SET gateway_mode = $3 WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id, mode]);
  }

  /** Puts it behind a gateway that knows it by a name, or behind none. @throws AppError (conflict) GATEWAY.NAME_IN_USE */
  async place(tx: TenantTx, id: string, behind: { readonly gatewayId: string; readonly knownAs: string } | null): Promise<void> {
    try {
      await tx.execute('UPDATE device SET parent_id = $3, known_as = $4 WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id, behind?.gatewayId ?? null, behind?.knownAs ?? null]);
    } catch (error) {
      if (isUniqueViolation(error)) throw conflict('GATEWAY.NAME_IN_USE', 'The gateway knows another machine by this name.', { name: behind?.knownAs ?? null });
      throw error;
    }
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
