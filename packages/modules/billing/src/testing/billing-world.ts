import { openDatabase, type Database } from '@tenon/db';
import { systemActor, type TenantActor } from '@tenon/domain/identity';
import { tenantId, type TenantId } from '@tenon/kernel';
import { createLog } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { randomUUID } from 'node:crypto';
import { BillMonths } from '../application/bill-months.js';
import { PassDays } from '../application/pass-days.js';
import { RemindLate } from '../application/remind-late.js';

/** A plan chosen, as it was: the local day from which it holds, when it was pressed, and what the change was said to cost in fen. */
export interface Chosen {
  readonly plan: string;
  readonly on: string;
  readonly at?: string;
  readonly dueMinor?: number;
}

/** A cap, from a local day on. */
export interface Capped {
  readonly meter: string;
  readonly cap: number | null;
  readonly on: string;
}

/** An hour of a meter. */
export interface Read {
  readonly meter: string;
  readonly hourMs: number;
  readonly quantity: number;
}

/** What a company is made of for a test of bills. */
export interface MadeCompany {
  readonly timeZone?: string;
  readonly chosen: readonly Chosen[];
  readonly capped?: readonly Capped[];
  readonly read?: readonly Read[];
}

/** An invoice as it is kept, for a test to compare. */
export interface KeptBill {
  readonly number: string;
  readonly occasion: string;
  readonly issuedOn: string;
  readonly gross: number;
  readonly tax: number;
  readonly state: string;
}

/** A database with bills, and what writes them. */
export interface BillingWorld {
  readonly database: TestDatabase;
  readonly db: Database;
  readonly bills: BillMonths;
  readonly reminders: RemindLate;
  readonly days: PassDays;
  company(made: MadeCompany): Promise<TenantId>;
  actor(company: TenantId): TenantActor;
  /** A company's invoices without what differs by when they were written, in the order of their occasions. */
  billsOf(company: TenantId): Promise<KeptBill[]>;
  close(): Promise<void>;
}

/** Companies are made by rows, as days of long ago cannot be lived through. */
export async function billingWorld(): Promise<BillingWorld> {
  const database = await testDatabase();
  const log = createLog({ name: 'test', level: 'silent' });
  const db = openDatabase({ databaseUrl: database.databaseUrl, log });

  const company = async ({ timeZone = 'Asia/Shanghai', chosen, capped = [], read = [] }: MadeCompany): Promise<TenantId> => {
    const id = tenantId(randomUUID());
    await database.sql('INSERT INTO tenant (id, name, time_zone) VALUES ($1, $2, $3)', [id, '测试厂', timeZone]);
    for (const { plan, on, at, dueMinor } of chosen) {
      await database.sql('INSERT INTO plan_choice (tenant_id, id, plan, from_day, due_minor, chosen_at) VALUES ($1, gen_random_uuid(), $2, $3, $4, $5)', [id, plan, on, dueMinor ?? 0, at ?? `${on}T04:00:00Z`]);
    }
    for (const { meter, cap, on } of capped) {
      await database.sql('INSERT INTO limit_change (tenant_id, id, meter, cap, from_day, changed_at) VALUES ($1, gen_random_uuid(), $2, $3, $4, $5)', [id, meter, cap, on, `${on}T05:00:00Z`]);
    }
    await database.sql('INSERT INTO meter_reading (tenant_id, meter, hour, quantity) SELECT $1, * FROM unnest($2::text[], $3::timestamptz[], $4::bigint[])', [
      id,
      read.map(({ meter }) => meter),
      read.map(({ hourMs }) => new Date(hourMs)),
      read.map(({ quantity }) => quantity),
    ]);
    return id;
  };

  const billsOf = (id: TenantId): Promise<KeptBill[]> =>
    database.sql<KeptBill & { [column: string]: unknown }>(
      `SELECT number, occasion, to_char(issued_on, 'YYYY-MM-DD') AS "issuedOn", gross_minor::int AS gross, tax_minor::int AS tax, state FROM invoice WHERE tenant_id = $1 ORDER BY occasion, issued_at`,
      [id],
    );

  return {
    ...{ database, db, company, billsOf },
    bills: new BillMonths(db.system, db.tenant, log),
    reminders: new RemindLate(db.system, db.tenant, log),
    days: new PassDays(db.system, db.tenant, log),
    actor: systemActor,
    close: async () => {
      await db.close();
      await database.close();
    },
  };
}
