import { Injectable } from '@nestjs/common';
import { isUniqueViolation, Prisma, type TenantTx } from '@tenon/db';
import { conflict, isUuid, notFound } from '@tenon/kernel';
import type { PageRequest } from '@tenon/nest';

/** One company's use of one app. */
export interface SubscriptionRow {
  readonly id: string;
  readonly appId: string;
  readonly appVersionId: string;
  readonly state: string;
  readonly grantedScopes: readonly string[];
  readonly isConfigured: boolean;
  readonly settings: unknown;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/** The subscriptions of the transaction's company. */
@Injectable()
export class SubscriptionRepository {
  /** @throws AppError (not-found) SUBSCRIPTION.NOT_FOUND, for another tenant's id too */
  async get(tx: TenantTx, id: string): Promise<SubscriptionRow> {
    const row = isUuid(id) ? await tx.prisma.subscription.findUnique({ where: { tenantId_id: { tenantId: tx.tenantId, id } } }) : null;
    if (!row) throw notFound('SUBSCRIPTION.NOT_FOUND', 'There is no such subscription.');
    return row;
  }

  /** The same, locked, and running. @throws AppError (conflict) SUBSCRIPTION.ENDED */
  async getActiveForUpdate(tx: TenantTx, id: string): Promise<SubscriptionRow> {
    if (isUuid(id)) await tx.sql('SELECT 1 FROM subscription WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tx.tenantId, id]);
    const row = await this.get(tx, id);
    if (row.state !== 'active') throw conflict('SUBSCRIPTION.ENDED', 'The subscription has ended.');
    return row;
  }

  /** Which engine the subscription's app is computed by. */
  async engineOf(tx: TenantTx, id: string): Promise<string> {
    const rows = await tx.sql<{ engine: string }>('SELECT a.engine FROM subscription s JOIN app a ON a.id = s.app_id WHERE s.tenant_id = $1 AND s.id = $2', [tx.tenantId, id]);
    return rows[0]?.engine ?? '';
  }

  findActive(tx: TenantTx, appId: string): Promise<SubscriptionRow | null> {
    return tx.prisma.subscription.findFirst({ where: { tenantId: tx.tenantId, appId, state: 'active' } });
  }

  /** The running ones among subscriptions to these apps. */
  listActive(tx: TenantTx, appIds: readonly string[]): Promise<SubscriptionRow[]> {
    return tx.prisma.subscription.findMany({ where: { tenantId: tx.tenantId, appId: { in: [...appIds] }, state: 'active' } });
  }

  /** Running and ended, newest first. */
  list(tx: TenantTx, page: PageRequest): Promise<SubscriptionRow[]> {
    const [at, id] = page.after ?? [];
    const beyond = at === undefined || id === undefined ? {} : { OR: [{ startedAt: { lt: new Date(at) } }, { startedAt: new Date(at), id: { lt: id } }] };
    return tx.prisma.subscription.findMany({ where: { tenantId: tx.tenantId, ...beyond }, orderBy: [{ startedAt: 'desc' }, { id: 'desc' }], take: page.limit + 1 });
  }

  /** Running subscriptions to apps of one engine that know what to read. */
  listConfigured(tx: TenantTx, engine: string): Promise<SubscriptionRow[]> {
    return tx.prisma.subscription.findMany({ where: { tenantId: tx.tenantId, state: 'active', isConfigured: true, app: { engine } } });
  }

  /** @throws AppError (conflict) SUBSCRIPTION.EXISTS */
  async insert(tx: TenantTx, subscription: { appId: string; appVersionId: string; grantedScopes: string[] }): Promise<SubscriptionRow> {
    try {
      return await tx.prisma.subscription.create({ data: { tenantId: tx.tenantId, id: tx.newId(), ...subscription } });
    } catch (error) {
      if (isUniqueViolation(error)) throw conflict('SUBSCRIPTION.EXISTS', 'The company subscribes to this app already.');
      throw error;
    }
  }

  configure(tx: TenantTx, id: string, settings: unknown): Promise<SubscriptionRow> {
    const where = { tenantId_id: { tenantId: tx.tenantId, id } };
    return tx.prisma.subscription.update({ where, data: { settings: settings as Prisma.InputJsonValue, isConfigured: true } });
  }

  /** Ends it and takes back all it was granted. */
  end(tx: TenantTx, id: string): Promise<SubscriptionRow> {
    const where = { tenantId_id: { tenantId: tx.tenantId, id } };
    return tx.prisma.subscription.update({ where, data: { state: 'ended', endedAt: tx.now, grantedScopes: [] } });
  }

  /** Whether a running subscription's settings name this metric. */
  async isSeriesInUse(tx: TenantTx, seriesId: number): Promise<boolean> {
    const rows = await tx.sql<{ used: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM subscription WHERE tenant_id = $1 AND state = 'active' AND settings->'seriesIds' @> to_jsonb($2::int)) AS used`,
      [tx.tenantId, seriesId],
    );
    return rows[0]?.used ?? false;
  }
}
