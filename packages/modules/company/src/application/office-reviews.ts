import { Injectable } from '@nestjs/common';
import { lockStanding, moveCompany, voiceOfOffice } from '@tenon/billing';
import { noticeRaised } from '@tenon/contracts/events';
import { SystemDb, type SystemTx } from '@tenon/db';
import type { StaffActor } from '@tenon/domain/identity';
import { placeOf } from '@tenon/domain/life';
import { readNote, REVIEW_DECISIONS, type ReviewDecision, type ReviewState } from '@tenon/domain/sign-ups';
import { conflict, notFound, tenantId, type TenantId } from '@tenon/kernel';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { countReviews, insertDecision, listReviews, listReviewsOf, lockReview, putReview, type ReviewRow } from '../persistence/review.repository.js';

/** What is decided about whose sign-up, and why: the company reads the note. */
export interface WantedDecision {
  readonly companyId: string;
  readonly decision: ReviewDecision;
  readonly note: string;
}

/** Sign-ups that the office looks at. */
@Injectable()
export class OfficeReviews {
  constructor(private readonly db: SystemDb) {}

  /** Those in a state, the longest waiting first. */
  page(staff: StaffActor, state: ReviewState, args: { first?: number | null | undefined; after?: string | null | undefined }): Promise<Page<ReviewRow> & { totalCount: number }> {
    const request = pageRequest(args, ['instant', 'uuid']);
    return this.db.runAs(staff, 'office: reviews of sign-ups', async (tx) => {
      const page = toPage(await listReviews(tx, state, request), request.limit, (row) => [row.openedAt.toISOString(), row.companyId]);
      return { ...page, totalCount: await countReviews(tx, state) };
    });
  }

  /** Of these companies, by their ids. Whoever asks is shown the companies themselves, or has looked at one, which stands in its trail. */
  read(staff: StaffActor, ids: readonly string[]): Promise<ReadonlyMap<string, ReviewRow>> {
    return this.db.runAs(staff, "office: companies' reviews", (tx) => listReviewsOf(tx, ids));
  }

  /**
   * Clears a sign-up, asks its owners for papers, by inbox and mail, or suspends the company with the note as the reason. In the company's trail
   * and the office's record. Of two who decide at once the second decides on what the first led to; a suspended company is decided about no more.
   * @throws AppError (invalid) REVIEW.NOTE; (not-found) REVIEW.NOT_FOUND; (conflict) REVIEW.DECIDED for one that does not wait, TENANT.ALREADY_SUSPENDED, LIFE.ILLEGAL_MOVE
   */
  decide(staff: StaffActor, { companyId, decision, note: said }: WantedDecision): Promise<ReviewRow> {
    const note = readNote(said);
    return this.db.runAs(staff, 'office: decide about a sign-up', async (tx) => {
      const before = await lockReview(tx, companyId);
      if (!before) throw notFound('REVIEW.NOT_FOUND', 'There is no review of this company.');
      if (before.state !== 'open' && before.state !== 'asked') throw conflict('REVIEW.DECIDED', 'It does not wait for a decision.', { state: before.state });
      const [company, state] = [tenantId(companyId), REVIEW_DECISIONS[decision]];
      await insertDecision(tx, company, { decision, note, decidedBy: staff.email }, before.signals);
      await putReview(tx, company, { state, signals: before.signals }, state === 'asked' ? note : null);
      await tx.auditFor(company, staff, 'tenant.sign-up-reviewed', { before: { review: before.state }, after: { review: state }, note });
      if (decision === 'ask-papers') await tx.enqueueFor(company, noticeRaised, { noticeId: tx.newId(), kind: 'tenant.papers-asked', subjectId: company, facts: { note } });
      if (decision === 'suspend') await suspend(tx, staff, company, note);
      return one(tx, company);
    });
  }
}

/** By the one door, and not over another reason of the office. */
async function suspend(tx: SystemTx, staff: StaffActor, company: TenantId, reason: string): Promise<void> {
  if (placeOf((await lockStanding(tx, company)).standing).because === 'office') throw conflict('TENANT.ALREADY_SUSPENDED', 'The company is suspended already.');
  await moveCompany(tx, voiceOfOffice(tx, staff, company), { tenantId: company, cause: 'office-suspended', reason });
}

async function one(tx: SystemTx, company: TenantId): Promise<ReviewRow> {
  const row = (await listReviewsOf(tx, [company])).get(company);
  if (!row) throw notFound('REVIEW.NOT_FOUND', 'There is no review of this company.');
  return row;
}
