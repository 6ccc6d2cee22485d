import type { Language } from '@tenon/graphql/resolvers';
import { invitationState, type MailLanguage } from '@tenon/domain/identity';
import type { InvitationRow } from '../persistence/invitation.repository.js';
import { showRole } from './show.js';

/** The schema's words for languages, and ours. */
export const LANGUAGES: Readonly<Record<Language, MailLanguage>> = { ZH: 'zh-CN', EN: 'en' };

/** An invitation in the words of the schema. */
export function showInvitation(invitation: InvitationRow) {
  const { id, email, role, inviterName, createdAt, askedAt, expiresAt, mailsAsked, language } = invitation;
  return {
    id,
    email,
    role: showRole(role),
    inviterName,
    createdAt: createdAt.toISOString(),
    sentAt: askedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    isExpired: invitationState(invitation, Date.now()) === 'expired',
    mailCount: mailsAsked,
    language: language === 'en' ? 'EN' : 'ZH',
  };
}
