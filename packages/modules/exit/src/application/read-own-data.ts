import { Injectable } from '@nestjs/common';
import { TENANT_PERMISSIONS } from '@tenon/contracts/permissions';
import { SystemDb, type SystemTx } from '@tenon/db';
import { ownRolePermissions, rolePermissions } from '@tenon/domain/identity';
import { permissionsLeft } from '@tenon/domain/life';
import { OwnAccountData, type AccountData, type DataRow } from '@tenon/identity';
import type { Principal } from '@tenon/nest';
import { listMailsTo, listOwnEntries, listOwnPlaces, readOwnRows, type OwnPlace } from '../persistence/own-data.repository.js';

/** Of a longer trail the newest are handed out; who reads the trail has the rest there. */
const MOST_ENTRIES = 10_000;

/** What somebody did in one of their companies. */
export interface OwnTrail {
  readonly companyId: string;
  readonly companyName: string;
  /** Whether the details of each entry are left out, as this person may not read that company's trail. */
  readonly isInOutline: boolean;
  /** Whether there are more, older ones. */
  readonly isCut: boolean;
  readonly entries: readonly DataRow[];
}

/** All that is kept of one person and theirs to take along. */
export interface OwnData {
  readonly format: 'tenon-own-data/1';
  readonly takenAt: string;
  readonly account: AccountData;
  /** By the names that the export of a company gives them, each row with its company. */
  readonly inCompanies: Readonly<Record<string, readonly DataRow[]>>;
  readonly trails: readonly OwnTrail[];
  readonly mails: readonly DataRow[];
}

/**
 * A person's own data, from wherever it stands, as one file that programs read too. What is the company's, such as its machines, is for the company to take
 * along; no secret is in it, and nobody else's data but what this person wrote of them.
 * @see 个人信息保护法 (PIPL) art. 45
 */
@Injectable()
export class ReadOwnData {
  constructor(
    private readonly db: SystemDb,
    private readonly account: OwnAccountData,
  ) {}

  async execute({ userId, email }: Pick<Principal, 'userId' | 'email'>): Promise<OwnData> {
    const account = await this.account.execute(userId);
    return this.db.run('account: take one’s own data along', async (tx) => {
      const rows = await readOwnRows(tx, userId);
      const trails: OwnTrail[] = [];
      for (const place of await listOwnPlaces(tx, userId)) trails.push(await readTrail(tx, place, userId));
      return { format: 'tenon-own-data/1', takenAt: tx.now.toISOString(), account, inCompanies: Object.fromEntries(rows.map((each) => [each.name, each.rows])), trails, mails: await listMailsTo(tx, email) };
    });
  }
}

async function readTrail(tx: SystemTx, { id, name, role, ownPermissions, state, because }: OwnPlace, userId: string): Promise<OwnTrail> {
  const granted = role === 'custom' ? ownRolePermissions(ownPermissions ?? [], TENANT_PERMISSIONS) : rolePermissions(role, TENANT_PERMISSIONS);
  const isWhole = permissionsLeft(granted, { state, because }).has('audit:read');
  const found = await listOwnEntries(tx, id, userId, { limit: MOST_ENTRIES, isWhole });
  return { companyId: id, companyName: name, isInOutline: !isWhole, isCut: found.length > MOST_ENTRIES, entries: found.slice(0, MOST_ENTRIES) };
}
