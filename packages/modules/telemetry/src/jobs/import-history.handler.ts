import { Injectable } from '@nestjs/common';
import { importHistory } from '@tenon/contracts/jobs';
import { IS_RETRYABLE, toAppError } from '@tenon/kernel';
import { HandlesJob, type JobContext, type JobHandler } from '@tenon/queue';
import { AdvanceImport } from '../application/history/advance-import.js';

/** Goes on with an import of history. Running it twice is safe: each step takes what the steps before left, under a lock, and commits that with what it did. */
@Injectable()
@HandlesJob(importHistory)
export class ImportHistoryHandler implements JobHandler<typeof importHistory> {
  constructor(private readonly advance: AdvanceImport) {}

  async handle({ payload: { importId }, actor, attempt, signal }: JobContext<typeof importHistory>): Promise<void> {
    try {
      await this.advance.execute(actor, importId, signal);
    } catch (error) {
      const { kind, code } = toAppError(error);
      if (code === 'HISTORY.NOT_FOUND') return;
      if (attempt >= importHistory.attempts || !IS_RETRYABLE[kind]) await this.advance.fail(actor, importId, code);
      throw error;
    }
  }
}
