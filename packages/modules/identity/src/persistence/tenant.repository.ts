import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { LifeState } from '@tenon/domain/life';
import { notFound } from '@tenon/kernel';

/** A company as its own people see it. */
export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly state: LifeState;
  readonly suspendedReason: string | null;
  readonly timeZone: string;
  /** For how long a machine may send nothing before people are told. */
  readonly silentAfterMinutes: number;
  readonly createdAt: Date;
  /** Whether everybody in it needs a second factor. */
  readonly demandsSecondFactor: boolean;
  /** Since when it opens only by its single sign-on; null where other ways open it too. */
  readonly demandsSsoSince: Date | null;
}

/** What its own people may change of a company. */
export type TenantChange = Pick<Tenant, 'name' | 'timeZone' | 'silentAfterMinutes'>;

/** The column holds nothing but states of the life, by its constraint. */
const toTenant = <Row extends { readonly state: string }>(row: Row) => ({ ...row, state: row.state as LifeState });

/** The company of the transaction. */
@Injectable()
export class TenantRepository {
  async get(tx: TenantTx): Promise<Tenant> {
    const tenant = await tx.prisma.tenant.findUnique({ where: { id: tx.tenantId } });
    if (!tenant) throw notFound('TENANT.NOT_FOUND', 'There is no such company.');
    return toTenant(tenant);
  }

  async update(tx: TenantTx, change: TenantChange): Promise<Tenant> {
    return toTenant(await tx.prisma.tenant.update({ where: { id: tx.tenantId }, data: change }));
  }

  async setSecondFactorDemand(tx: TenantTx, demandsSecondFactor: boolean): Promise<Tenant> {
    return toTenant(await tx.prisma.tenant.update({ where: { id: tx.tenantId }, data: { demandsSecondFactor } }));
  }

  async setSsoDemand(tx: TenantTx, demandsSsoSince: Date | null): Promise<void> {
    await tx.prisma.tenant.update({ where: { id: tx.tenantId }, data: { demandsSsoSince } });
  }
}
