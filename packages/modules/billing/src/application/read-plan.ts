import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { readTerms } from '../persistence/terms.repository.js';
import { planView, type PlanView } from './plan-view.js';

/** The company's plan, what is used of it, and what this month will come to. */
@Injectable()
export class ReadPlan {
  constructor(private readonly db: TenantDb) {}

  execute(actor: TenantActor): Promise<PlanView> {
    return this.db.read(actor, async (tx) => planView(tx, await readTerms(tx, tx.tenantId)));
  }
}
