import { Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { reviewAfter, signUpSignals } from '@tenon/domain/sign-ups';
import type { TenantId } from '@tenon/kernel';
import { lockReview, putReview } from '../persistence/review.repository.js';
import { readSignUpFacts } from '../persistence/sign-up-facts.repository.js';

/**
 * Looks whether something about a company asks for a person's look, by what is known of it now. It is told nothing of it, and nothing is kept
 * from it. Repeating it changes nothing more.
 */
@Injectable()
export class LookAtSignUp {
  constructor(private readonly db: SystemDb) {}

  execute(company: TenantId): Promise<void> {
    return this.db.run('sign-up: look for what a person should see', async (tx) => {
      const before = await lockReview(tx, company);
      const facts = await readSignUpFacts(tx, company);
      const next = facts && reviewAfter(before, signUpSignals(facts));
      if (next) await putReview(tx, company, next);
    });
  }
}
