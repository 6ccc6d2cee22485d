import { Injectable } from '@nestjs/common';
import { noticeRaised } from '@tenon/contracts/events';
import { HandlesJob, type JobContext, type JobHandler } from '@tenon/queue';
import { TellPeople } from '../application/tell-people.js';

/** Hears that there is something to tell. Running it twice is safe: everything goes by the notice's id, and commits together. */
@Injectable()
@HandlesJob(noticeRaised)
export class NoticeRaisedHandler implements JobHandler<typeof noticeRaised> {
  constructor(private readonly tell: TellPeople) {}

  handle({ payload, actor }: JobContext<typeof noticeRaised>): Promise<void> {
    return this.tell.execute(actor, payload);
  }
}
