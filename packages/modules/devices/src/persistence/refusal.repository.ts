import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { PageRequest } from '@tenon/nest';

/** A refused message or connection. */
export interface RefusalRow {
  readonly id: bigint;
  readonly at: Date;
  readonly code: string;
  readonly details: unknown;
  readonly sample: string;
  readonly count: number;
  readonly door: string;
}

/** What the gateway refused, newest first. */
@Injectable()
export class RefusalRepository {
  list(tx: TenantTx, deviceId: string, page: PageRequest): Promise<RefusalRow[]> {
    const [at, id] = page.after ?? [];
    const beyond = at === undefined || id === undefined ? {} : { OR: [{ at: { lt: new Date(at) } }, { at: new Date(at), id: { lt: BigInt(id) } }] };
    return tx.prisma.deviceRefusal.findMany({ where: { tenantId: tx.tenantId, deviceId, ...beyond }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: page.limit + 1 });
  }
}
