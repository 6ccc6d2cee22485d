/** Companies and people: what higher modules may use of them. */
export { insertMail, insertPromisedMail } from './persistence/mail-message.repository.js';
export { MemberRepository } from './persistence/member.repository.js';
export { TenantRepository } from './persistence/tenant.repository.js';
export { BeginFactorReset } from './application/begin-factor-reset.js';
export { PersonViews, type ViewChanges, type WantedView } from './application/keep-views.js';
export { readLook, showView } from './graphql/show-view.js';
export { ViewShelf, type ViewRow } from './persistence/view-shelf.js';
export type { AccountData, DataRow } from './persistence/account-data.repository.js';
export { OwnAccountData } from './application/own-account-data.js';
export { ForgetPeople } from './application/forget-people.js';
export { ResumeCompany, SuspendCompany } from './application/suspend-company.js';
export { CodeAttempts } from './sign-in/code-attempts.js';
