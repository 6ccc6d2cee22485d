import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { pageRequest, searchText, toPage, type Page } from '@tenon/nest';
import type { DeviceFilter } from '../persistence/device-conditions.js';
import { DeviceRepository } from '../persistence/device.repository.js';
import { ORDERS, type DeviceOrder } from '../persistence/device-order.js';
import type { DeviceRow } from '../persistence/device-row.js';
import { RefusalRepository, type RefusalRow } from '../persistence/refusal.repository.js';

type PageArguments = { first?: number | null | undefined; after?: string | null | undefined };

type Wanted = Omit<DeviceFilter, 'search'> & { readonly search?: string | null | undefined; readonly order?: DeviceOrder | undefined };

/** Reads the company's machines. */
@Injectable()
export class ReadDevices {
  constructor(
    private readonly db: TenantDb,
    private readonly devices: DeviceRepository,
    private readonly refusals: RefusalRepository,
  ) {}

  /** One machine. @throws AppError (not-found) DEVICE.NOT_FOUND */
  one(actor: TenantActor, id: string): Promise<DeviceRow> {
    return this.db.read(actor, (tx) => this.devices.get(tx, id));
  }

  /** Machines in order, a page at a time, and how many there are; all in use, or those that fit a filter. */
  page(actor: TenantActor, { first, after, search, order = 'name', ...filter }: PageArguments & Wanted): Promise<Page<DeviceRow> & { totalCount: number }> {
    const { cursor, keyOf } = ORDERS[order];
    const request = pageRequest({ first, after }, cursor);
    return this.db.read(actor, async (tx) => {
      const { rows, totalCount } = await this.devices.list(tx, request, { ...filter, search: searchText(search), order });
      return { ...toPage(rows, request.limit, (row) => [keyOf(row), row.id]), totalCount };
    });
  }

  /** Those of these that there are. */
  async byIds(actor: TenantActor, ids: readonly string[]): Promise<Map<string, DeviceRow>> {
    const rows = await this.db.read(actor, (tx) => this.devices.listByIds(tx, ids));
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** What of this machine was refused, newest first. */
  refusalsOf(actor: TenantActor, deviceId: string, args: PageArguments): Promise<Page<RefusalRow>> {
    const request = pageRequest(args, ['instant', 'integer']);
    return this.db.read(actor, async (tx) => {
      const rows = await this.refusals.list(tx, deviceId, request);
      return toPage(rows, request.limit, (row) => [row.at.toISOString(), row.id.toString()]);
    });
  }
}
