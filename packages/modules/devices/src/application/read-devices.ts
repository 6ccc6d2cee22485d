import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { ConnectionState } from '@tenon/domain/devices';
import type { TenantActor } from '@tenon/domain/identity';
import { pageRequest, searchText, toPage, type Page } from '@tenon/nest';
import { DeviceRepository } from '../persistence/device.repository.js';
import type { DeviceRow } from '../persistence/device-row.js';
import { RefusalRepository, type RefusalRow } from '../persistence/refusal.repository.js';

type PageArguments = { first?: number | null | undefined; after?: string | null | undefined };

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

  /** Machines by name, a page at a time, and how many there are; all, or those with a part of the name, or in one state. */
  page(actor: TenantActor, args: PageArguments & { search?: string | null | undefined; connection?: ConnectionState | null | undefined }): Promise<Page<DeviceRow> & { totalCount: number }> {
    const request = pageRequest(args, ['text', 'uuid']);
    const filter = { search: searchText(args.search), connection: args.connection };
    return this.db.read(actor, async (tx) => {
      const { rows, totalCount } = await this.devices.list(tx, request, filter);
      return { ...toPage(rows, request.limit, (row) => [row.name, row.id]), totalCount };
    });
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
