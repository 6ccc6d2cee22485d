/** What identity does in the worker: writing and sending mail. */
import { Module, type DynamicModule } from '@nestjs/common';
import { PublicUrl } from './application/public-url.js';
import { MailInvitationHandler } from './jobs/mail-invitation.handler.js';
import { MailRemovalHandler } from './jobs/mail-removal.handler.js';
import { MailQuotaNoticeHandler } from './jobs/mail-quota-notice.handler.js';
import { SendMailHandler } from './jobs/send-mail.handler.js';

export { PublicUrl } from './application/public-url.js';
export { MailInvitationHandler } from './jobs/mail-invitation.handler.js';
export { MailRemovalHandler } from './jobs/mail-removal.handler.js';

@Module({})
export class IdentityWorkerModule {
  /** @param publicUrl the portal's address as people type it */
  static register({ publicUrl }: { publicUrl: string }): DynamicModule {
    return { module: IdentityWorkerModule, providers: [MailInvitationHandler, MailQuotaNoticeHandler, MailRemovalHandler, SendMailHandler, { provide: PublicUrl, useValue: new PublicUrl(publicUrl) }] };
  }
}
