import { Injectable } from '@nestjs/common';
import { noticeRaised } from '@tenon/contracts/events';
import { SystemDb, type SystemTx } from '@tenon/db';
import type { StaffActor } from '@tenon/domain/identity';
import { isForInboxes, readAnnouncement, type AnnouncementText } from '@tenon/domain/notices';
import { conflict, isUuid, invalid, tenantId } from '@tenon/kernel';
import { companiesConcerned, insertAnnouncement, listAnnouncements, lockAnnouncement, markAnnouncement, type AnnouncementRow } from '../persistence/announcement.repository.js';

/** What the office announces: written first, so that it can be looked at, then published, and withdrawn where it was wrong or is over early. */
@Injectable()
export class OfficeAnnouncements {
  constructor(private readonly db: SystemDb) {}

  list(staff: StaffActor): Promise<AnnouncementRow[]> {
    return this.db.runAs(staff, 'office: announcements', listAnnouncements);
  }

  /** Writes one, which nobody is shown yet. Each repetition writes another. @throws AppError as readAnnouncement; (invalid) ANNOUNCEMENT.AUDIENCE for a company that does not exist */
  write(staff: StaffActor, said: AnnouncementText): Promise<AnnouncementRow> {
    const wanted = readAnnouncement(said);
    return this.db.runAs(staff, 'office: write an announcement', async (tx) => {
      if (wanted.companyIds.some((id) => !isUuid(id)) || (await companiesConcerned(tx, wanted)).length < wanted.companyIds.length) throw invalid('ANNOUNCEMENT.AUDIENCE', 'One of the companies does not exist.');
      return insertAnnouncement(tx, wanted, staff.email);
    });
  }

  /** Shows it to those it is for; unless it only informs, it comes into their inboxes, once. @throws AppError (not-found) ANNOUNCEMENT.NOT_FOUND; (conflict) ANNOUNCEMENT.NOT_A_DRAFT */
  publish(staff: StaffActor, id: string): Promise<AnnouncementRow> {
    return this.db.runAs(staff, 'office: publish an announcement', async (tx) => {
      const draft = await lockAnnouncement(tx, id);
      if (draft.publishedAt || draft.withdrawnAt) throw conflict('ANNOUNCEMENT.NOT_A_DRAFT', 'It was published or withdrawn before.');
      const published = await markAnnouncement(tx, id, 'published', staff.email);
      await this.tell(tx, staff, published, 'announcement.published');
      return published;
    });
  }

  /** Nobody is shown it any more; what came into inboxes stays there. @throws AppError (not-found) ANNOUNCEMENT.NOT_FOUND; (conflict) ANNOUNCEMENT.WITHDRAWN */
  withdraw(staff: StaffActor, id: string): Promise<AnnouncementRow> {
    return this.db.runAs(staff, 'office: withdraw an announcement', async (tx) => {
      const before = await lockAnnouncement(tx, id);
      if (before.withdrawnAt) throw conflict('ANNOUNCEMENT.WITHDRAWN', 'It was withdrawn before.');
      const withdrawn = await markAnnouncement(tx, id, 'withdrawn', staff.email);
      if (before.publishedAt) await this.tell(tx, staff, withdrawn, 'announcement.withdrawn');
      return withdrawn;
    });
  }

  /** In the trail of each company that it is for; in inboxes by the announcement's own id, by which it is told once. */
  private async tell(tx: SystemTx, staff: StaffActor, announcement: AnnouncementRow, action: 'announcement.published' | 'announcement.withdrawn'): Promise<void> {
    const { id, severity, textZh, textEn } = announcement;
    const companies = (await companiesConcerned(tx, announcement)).map(tenantId);
    for (const company of companies) await tx.auditFor(company, staff, action, { announcementId: id, severity, text: { zh: textZh, en: textEn } });
    if (action === 'announcement.withdrawn' || !isForInboxes(severity)) return;
    await tx.enqueueForEach(companies, noticeRaised, { noticeId: id, kind: 'announcement.published', subjectId: id, facts: { zh: textZh, en: textEn } });
  }
}
