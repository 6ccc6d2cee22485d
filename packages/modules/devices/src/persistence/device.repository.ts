import { Injectable } from '@nestjs/common';
import { isUniqueViolation, Prisma, type TenantTx } from '@tenon/db';
import { conflict, isUuid, notFound } from '@tenon/kernel';
import type { PageRequest } from '@tenon/nest';

/** A list is asked for on nearly every page, so it is one statement where Prisma would ask three. */
const LIST = `SELECT d.id, d.name, d.kind, d.profile, d.attributes, d.created_at AS "createdAt",
    p.is_connected AS "isConnected", p.last_seen_at AS "lastSeenAt", k.prefix, k.issued_at AS "issuedAt",
    (SELECT count(*)::int FROM device n WHERE n.tenant_id = $1 AND n.name ILIKE $2) AS "totalCount"
  FROM device d
  LEFT JOIN device_presence p ON p.tenant_id = d.tenant_id AND p.device_id = d.id
  LEFT JOIN device_token k ON k.tenant_id = d.tenant_id AND k.device_id = d.id AND k.revoked_at IS NULL
  WHERE d.tenant_id = $1 AND d.name ILIKE $2 AND (d.name, d.id) > ($3::text, $4::uuid) ORDER BY d.name, d.id LIMIT $5`;

interface ListedRow extends Pick<DeviceRow, 'id' | 'name' | 'kind' | 'profile' | 'attributes' | 'createdAt'> {
  readonly isConnected: boolean | null;
  readonly lastSeenAt: Date | null;
  readonly prefix: string | null;
  readonly issuedAt: Date | null;
  readonly totalCount: number;
}

function toDevice({ isConnected, lastSeenAt, prefix, issuedAt, totalCount: _count, ...device }: ListedRow): DeviceRow {
  return { ...device, presence: isConnected === null ? null : { isConnected, lastSeenAt }, tokens: prefix && issuedAt ? [{ prefix, issuedAt }] : [] };
}

const INCLUDED = { presence: { select: { isConnected: true, lastSeenAt: true } }, tokens: { where: { revokedAt: null }, select: { prefix: true, issuedAt: true } } } satisfies Prisma.DeviceInclude;

/** A machine with its presence and its working token, if it has one. */
export type DeviceRow = Omit<Prisma.DeviceGetPayload<{ include: typeof INCLUDED }>, 'tenantId'>;

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

  /** Machines by name, one more than the page holds, and how many match in all. */
  async list(tx: TenantTx, page: PageRequest, search: string): Promise<{ rows: DeviceRow[]; totalCount: number }> {
    const [name, id] = page.after ?? ['', '00000000-0000-0000-0000-000000000000'];
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    const listed = await tx.prepared<ListedRow>('devices-by-name', LIST, [tx.tenantId, pattern, name, id, page.limit + 1]);
    return { rows: listed.map(toDevice), totalCount: listed[0]?.totalCount ?? (await this.count(tx, pattern)) };
  }

  /** Asked apart only where a page is empty. */
  private async count(tx: TenantTx, pattern: string): Promise<number> {
    const rows = await tx.sql<{ count: number }>('SELECT count(*)::int AS count FROM device WHERE tenant_id = $1 AND name ILIKE $2', [tx.tenantId, pattern]);
    return rows[0]?.count ?? 0;
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
