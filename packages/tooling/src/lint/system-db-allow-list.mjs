// @ts-check
/**
 * Who may leave the tenant, file by file. A file that is not listed here cannot import SystemDb; adding one is a
 * decision that a reviewer sees in this file.
 */
export const ALLOWED = [
  'packages/db/src/index.ts', // gives it out
  'packages/queue/src/job-runner.ts', // relay, sweeper and outcome of jobs serve all companies
  'packages/queue/src/relay.ts',
  'packages/queue/src/run-job.ts',
  'packages/modules/audit/src/application/verify-chains.ts', // checks the trails of all companies
  'packages/modules/audit/src/jobs/retention.schedule.ts', // drops what is past its time of every company
  'packages/modules/billing/src/application/bill-months.ts', // finds whom to bill
  'packages/modules/billing/src/application/decide-card-event.ts', // the office deals with what the payment service told and nobody can place
  'packages/modules/billing/src/application/office-cards.ts', // the office sends money back to a company’s card
  'packages/modules/billing/src/application/office-invoices.ts', // the office reads and credits invoices of companies
  'packages/modules/billing/src/application/office-payments.ts', // a booking may be anybody's
  'packages/modules/billing/src/application/office-plans.ts', // the office reads and changes plans of companies
  'packages/modules/billing/src/application/office-standings.ts', // the office reads where companies stand
  'packages/modules/billing/src/application/pass-days.ts', // finds whose days bring something
  'packages/modules/billing/src/application/record-statement.ts', // a statement tells of all companies
  'packages/modules/billing/src/application/remind-late.ts', // finds what is late of every company
  'packages/modules/billing/src/application/send-card-refund.ts', // a company only reads what moved
  'packages/modules/billing/src/application/take-card-event.ts', // the payment service’s message may be of anybody
  'packages/modules/billing/src/application/take-back-payment.ts', // as payments are assigned
  'packages/modules/billing/src/jobs/stock.schedule.ts', // reads what every company has
  'packages/modules/company/src/application/look-at-sign-up.ts', // compares a company with what others say of themselves
  'packages/modules/company/src/application/office-profiles.ts', // the office reads and reviews what companies say of themselves
  'packages/modules/company/src/application/office-reviews.ts', // the office reviews sign-ups of companies
  'packages/modules/devices/src/handover/application/claim-device.ts', // a machine goes from one company to another
  'packages/modules/devices/src/jobs/command-clock.schedule.ts', // moves commands of all companies by time
  'packages/modules/telemetry/src/jobs/message-key.schedule.ts', // lets go of what is a day old, of all companies
  'packages/modules/devices/src/jobs/device-request.sweeper.ts', // finds in which companies gateways ask for machines
  'packages/modules/devices/src/campaigns/campaign.schedule.ts', // finds campaigns of all companies that are under way
  'packages/modules/devices/src/jobs/silence.schedule.ts', // finds silent machines of all companies
  'packages/modules/exit/src/application/certify-erasure.ts', // mail belongs to the platform
  'packages/modules/exit/src/application/change-signing-key.ts', // the keys are the platform’s
  'packages/modules/exit/src/application/read-certificates.ts', // the office reads of companies that are no more
  'packages/modules/exit/src/application/read-signing-keys.ts', // the keys are the platform’s, and everybody may see them
  'packages/modules/exit/src/application/read-own-data.ts', // a person’s own, in all their companies
  'packages/modules/exit/src/application/signing-keys.ts', // the platform’s own key
  'packages/modules/exit/src/jobs/erasure.schedule.ts', // finds companies that may be erased
  'packages/modules/exit/src/jobs/upkeep.schedule.ts', // finds files of all companies whose time is over
  'packages/modules/flags/src/application/company-flags.ts', // the office reads what differs for companies
  'packages/modules/flags/src/application/feature-flags.ts', // one reading serves all companies, before anybody’s transaction
  'packages/modules/flags/src/application/office-flags.ts', // the office sets flags for companies
  'packages/modules/identity/src/application/appoint-staff.ts', // a person is known before their company is
  'packages/modules/identity/src/application/begin-factor-reset.ts', // the office acts for a person of companies that are not its own
  'packages/modules/identity/src/application/begin-impersonation.ts', // the office begins a look at a company that is not its own
  'packages/modules/identity/src/application/create-company.ts',
  'packages/modules/identity/src/application/delete-account.ts', // whoever goes leaves all their companies at once
  'packages/modules/identity/src/application/end-impersonation.ts', // and ends it
  'packages/modules/identity/src/application/ensure-company.ts',
  'packages/modules/identity/src/application/find-invitation.ts', // whoever holds a link belongs to no company yet
  'packages/modules/identity/src/application/person-trail.ts', // how somebody signs in concerns all their companies
  'packages/modules/identity/src/application/forget-people.ts', // whoever leaves may belong to other companies
  'packages/modules/identity/src/application/read-impersonations.ts', // the office reads its own looks at a company
  'packages/modules/identity/src/application/shed-access.ts', // keys of a person in all their companies
  'packages/modules/identity/src/application/suspend-company.ts', // the office acts on a company that is not its own
  'packages/modules/identity/src/application/tell-new-device.ts', // it concerns all companies of a person
  'packages/modules/identity/src/application/tell-reused-code.ts', // as tell-new-device
  'packages/modules/identity/src/application/write-mail.ts', // mail belongs to the platform
  'packages/modules/identity/src/auth-provider.ts',
  'packages/modules/identity/src/jobs/impersonation.schedule.ts', // finds looks of all companies that are over
  'packages/modules/identity/src/jobs/mail-invitation.handler.ts',
  'packages/modules/identity/src/jobs/mail-quota-notice.handler.ts',
  'packages/modules/identity/src/jobs/mail-removal.handler.ts',
  'packages/modules/identity/src/jobs/personal-data.schedule.ts', // drops what is past its time of everybody
  'packages/modules/identity/src/jobs/send-mail.handler.ts',
  'packages/modules/identity/src/persistence/sealed.repository.ts', // secrets of all companies are sealed anew together
  'packages/modules/marketplace/src/application/list-first-party.ts', // the catalogue is everybody's
  'packages/modules/marketplace/src/application/review.ts', // the office reviews every publisher's versions
  'packages/modules/notices/src/application/mail-notice.ts', // mail belongs to the platform
  'packages/modules/notices/src/application/office-announcements.ts', // the office announces to all companies
  'packages/modules/notices/src/jobs/upkeep.schedule.ts', // finds what is due in all companies
  'packages/modules/office/src/application/office-views.ts', // the platform's people belong to no company
  'packages/modules/office/src/application/platform-work.ts', // jobs of every company
  'packages/modules/office/src/application/read-companies.ts', // the platform office
  'packages/modules/office/src/application/read-health.ts', // figures and faults are the platform’s
  'packages/modules/office/src/application/read-outbox-mails.ts',
  'packages/modules/telemetry/src/jobs/compaction.schedule.ts', // finds which companies have points to move into blocks, frees emptied months
  'packages/modules/telemetry/src/jobs/roll-up-seal.schedule.ts', // finds which companies have minutes to move into blocks
  'packages/modules/telemetry/src/jobs/history-upkeep.schedule.ts', // finds imports that are over, of all companies
  'packages/modules/telemetry/src/jobs/expiry.schedule.ts', // finds the companies whose readings may have become too old
  'packages/modules/telemetry/src/jobs/ledger.schedule.ts', // finds the companies whose ledgers of gaps are due
  'packages/modules/telemetry/src/jobs/partition.schedule.ts', // drops old months
  'packages/modules/telemetry/src/jobs/roll-up.sweeper.ts', // finds which companies have something to roll up
  'packages/modules/telemetry/src/jobs/statement.schedule.ts', // finds the companies of which completeness is stated
  'packages/nest/src/core.module.ts', // hands the doors to the modules
  'apps/worker/src/simulator/simulator.ts', // plays the simulated machines of all companies
];

/** @type {import('./rule.mjs').Rule} */
export const systemDbAllowList = {
  meta: { type: 'problem', schema: [], messages: { notListed: 'Only files listed in system-db-allow-list.mjs may leave the tenant.' } },
  create(context) {
    const file = context.filename.replaceAll('\\', '/');
    if (ALLOWED.some((allowed) => file.endsWith(`/${allowed}`))) return {};
    const report = (/** @type {any} */ node) => context.report({ node, messageId: 'notListed' });
    return {
      ':matches(ImportSpecifier[imported.name="SystemDb"], ExportSpecifier[local.name="SystemDb"])': report,
      // The whole package at once has it too.
      'ImportDeclaration[source.value="@tenon/db"] > ImportNamespaceSpecifier': report,
      'ImportExpression[source.value="@tenon/db"]': report,
    };
  },
};
