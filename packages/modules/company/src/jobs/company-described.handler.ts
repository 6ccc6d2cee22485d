import { Injectable } from '@nestjs/common';
import { companyDescribed } from '@tenon/contracts/events';
import { HandlesJob, type JobContext, type JobHandler } from '@tenon/queue';
import { LookAtSignUp } from '../application/look-at-sign-up.js';

/** Hears that a company is new, or says something else of itself. Running it twice is safe: it goes by what is known when it runs. */
@Injectable()
@HandlesJob(companyDescribed)
export class CompanyDescribedHandler implements JobHandler<typeof companyDescribed> {
  constructor(private readonly look: LookAtSignUp) {}

  handle({ actor }: JobContext<typeof companyDescribed>): Promise<void> {
    return this.look.execute(actor.tenantId);
  }
}
