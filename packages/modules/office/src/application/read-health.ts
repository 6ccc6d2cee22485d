import { Injectable } from '@nestjs/common';
import { HealthLedger, SystemDb } from '@tenon/db';
import { latencyQuantile } from '@tenon/domain/health';
import type { StaffActor } from '@tenon/domain/identity';
import { listGatewayFaults, listGatewayRuns } from '../persistence/gateway.repository.js';
import { listFaults, listOperations, type FaultRow, type OperationRow } from '../persistence/health.repository.js';
import { gatewayHealth, type GatewayHealth } from './gateway-health.js';

/** How long one operation took, in milliseconds. */
export interface OperationFigures extends Pick<OperationRow, 'kind' | 'name' | 'slowestMs'> {
  readonly count: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

/** What took long in the last 24 hours, what went wrong in the last 30 days, and how gateways stand now. */
export interface Health {
  readonly operations: readonly OperationFigures[];
  readonly faults: readonly FaultRow[];
  readonly gateways: readonly GatewayHealth[];
}

const MOST = 100;

/** Says how long operations take and what goes wrong in all processes: each adds its own every 15 seconds, this one just now; gateways tell of themselves every 5. */
@Injectable()
export class ReadHealth {
  constructor(
    private readonly db: SystemDb,
    private readonly ledger: HealthLedger,
  ) {}

  async execute(staff: StaffActor): Promise<Health> {
    await this.ledger.flush();
    return this.db.runAs(staff, 'office: look at the health', async (tx) => {
      const operations = (await listOperations(tx)).map(figuresOf).toSorted((a, b) => b.p95Ms - a.p95Ms || (a.name < b.name ? -1 : 1));
      return { operations: operations.slice(0, MOST), faults: await listFaults(tx, MOST), gateways: gatewayHealth(await listGatewayRuns(tx, MOST), await listGatewayFaults(tx)) };
    });
  }
}

function figuresOf({ kind, name, buckets, slowestMs }: OperationRow): OperationFigures {
  const within = (share: number): number => latencyQuantile(buckets, share, slowestMs);
  return { kind, name, slowestMs, count: buckets.reduce((sum, each) => sum + each, 0), p50Ms: within(0.5), p95Ms: within(0.95), p99Ms: within(0.99) };
}
