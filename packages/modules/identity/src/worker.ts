/** What identity does in the worker: writing and sending mail. */
import { Module, type DynamicModule } from '@nestjs/common';
import { createPool } from '@tenon/db';
import { ForgetPeople } from './application/forget-people.js';
import { PublicUrl } from './application/public-url.js';
import { ImpersonationSchedule } from './jobs/impersonation.schedule.js';
import { MailInvitationHandler } from './jobs/mail-invitation.handler.js';
import { MailRemovalHandler } from './jobs/mail-removal.handler.js';
import { MailQuotaNoticeHandler } from './jobs/mail-quota-notice.handler.js';
import { PersonalDataSchedule } from './jobs/personal-data.schedule.js';
import { SendMailHandler } from './jobs/send-mail.handler.js';
import { AuthPoolEnd } from './sign-in/auth-pool-end.js';
import { AUTH_POOL } from './sign-in/tokens.js';

export { PublicUrl } from './application/public-url.js';
export { MailInvitationHandler } from './jobs/mail-invitation.handler.js';
export { MailRemovalHandler } from './jobs/mail-removal.handler.js';

@Module({})
export class IdentityWorkerModule {
  /** @param options.publicUrl the portal's address as people type it */
  static register({ publicUrl, databaseUrl }: { publicUrl: string; databaseUrl: string }): DynamicModule {
    // Few: people are forgotten seldom, and nothing else here enters sign-in's schema.
    const pool = { provide: AUTH_POOL, useFactory: () => createPool({ databaseUrl, role: 'tenon_auth', searchPath: 'auth', max: 2 }) };
    return {
      module: IdentityWorkerModule,
      providers: [pool, AuthPoolEnd, ForgetPeople, ImpersonationSchedule, MailInvitationHandler, MailQuotaNoticeHandler, MailRemovalHandler, PersonalDataSchedule, SendMailHandler, { provide: PublicUrl, useValue: new PublicUrl(publicUrl) }],
      exports: [ForgetPeople],
    };
  }
}
