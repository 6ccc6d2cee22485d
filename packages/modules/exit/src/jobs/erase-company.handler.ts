import { Injectable } from '@nestjs/common';
import { eraseCompany } from '@tenon/contracts/jobs';
import { HandlesJob, type JobContext, type JobHandler } from '@tenon/queue';
import { CertifyErasure } from '../application/certify-erasure.js';
import { RunErasure } from '../application/run-erasure.js';

/** Erases a company. Running it twice is safe: it erases what is left, and what is certified is left alone. */
@Injectable()
@HandlesJob(eraseCompany)
export class EraseCompanyHandler implements JobHandler<typeof eraseCompany> {
  constructor(
    private readonly erasure: RunErasure,
    private readonly certify: CertifyErasure,
  ) {}

  async handle({ actor, signal }: JobContext<typeof eraseCompany>): Promise<void> {
    await this.erasure.execute(actor, signal);
    await this.certify.execute(actor);
  }
}
