import { Injectable } from '@nestjs/common';
import type { Transaction } from '@tenon/db';

/** What a company says of itself; null is unknown. */
export interface Profile {
  readonly legalName: string | null;
  readonly creditCode: string | null;
  readonly creditCodeIsChecked: boolean;
  readonly creditCodeConfirmedAt: Date | null;
  readonly industry: string | null;
  readonly employees: number | null;
  readonly yearlyRevenueYuan: number | null;
  readonly district: string | null;
  readonly park: string | null;
  readonly address: string | null;
  readonly invoiceName: string | null;
  readonly invoiceTaxNumber: string | null;
  readonly invoiceAddressAndPhone: string | null;
  readonly invoiceBank: string | null;
  readonly invoiceAccount: string | null;
}

/** A profile as it is kept. */
export interface ProfileRow extends Profile {
  readonly updatedAt: Date | null;
}

/** Of a company that never said anything. */
export const EMPTY_PROFILE: ProfileRow = {
  legalName: null,
  creditCode: null,
  creditCodeIsChecked: false,
  creditCodeConfirmedAt: null,
  industry: null,
  employees: null,
  yearlyRevenueYuan: null,
  district: null,
  park: null,
  address: null,
  invoiceName: null,
  invoiceTaxNumber: null,
  invoiceAddressAndPhone: null,
  invoiceBank: null,
  invoiceAccount: null,
  updatedAt: null,
};

/** Exact: what is taken is below 2^53. */
function inYuan(kept: bigint | null): number | null {
  return kept === null ? null : Number(kept);
}

/** Profiles of companies. */
@Injectable()
export class ProfileRepository {
  async get(tx: Transaction, tenantId: string): Promise<ProfileRow> {
    const row = await tx.prisma.companyProfile.findUnique({ where: { tenantId }, omit: { tenantId: true } });
    return row ? { ...row, yearlyRevenueYuan: inYuan(row.yearlyRevenueYuan) } : EMPTY_PROFILE;
  }

  /** Of several companies, by their ids; one that never said anything is not there. */
  async list(tx: Transaction, tenantIds: readonly string[]): Promise<ReadonlyMap<string, ProfileRow>> {
    const rows = await tx.prisma.companyProfile.findMany({ where: { tenantId: { in: [...tenantIds] } } });
    return new Map(rows.map(({ tenantId, ...row }) => [tenantId, { ...row, yearlyRevenueYuan: inYuan(row.yearlyRevenueYuan) }]));
  }

  /** The same as {@link get}, held until the transaction ends: of two who change it at once the second sees what the first wrote. */
  async getForUpdate(tx: Transaction, tenantId: string): Promise<ProfileRow> {
    await tx.execute('INSERT INTO company_profile (tenant_id) VALUES ($1) ON CONFLICT (tenant_id) DO NOTHING', [tenantId]);
    await tx.execute('SELECT 1 FROM company_profile WHERE tenant_id = $1 FOR UPDATE', [tenantId]);
    return this.get(tx, tenantId);
  }

  async put(tx: Transaction, tenantId: string, profile: Profile): Promise<ProfileRow> {
    const kept = { ...profile, yearlyRevenueYuan: profile.yearlyRevenueYuan === null ? null : BigInt(profile.yearlyRevenueYuan), updatedAt: tx.now };
    await tx.prisma.companyProfile.update({ where: { tenantId }, data: kept });
    return { ...profile, updatedAt: tx.now };
  }
}
