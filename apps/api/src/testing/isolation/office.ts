import { LOOK } from './asked.js';
import type { OwnOnly, Probes } from './probe.js';

/** What only the platform office may: to a company it is forbidden whatever it names. */
export const officeProbes: Probes = {
  'Query.company': { by: (c) => `{ company(id: "${c.ids.tenant}") { id } }`, says: 'AUTH.FORBIDDEN' },
  'Query.impersonations': { by: (c) => `{ impersonations(companyId: "${c.ids.tenant}") { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.beginImpersonation': { by: (c) => `mutation { beginImpersonation(input: { companyId: "${c.ids.tenant}", reason: "I would like to see", minutes: 15 }) }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.publishAnnouncement': { by: (c) => `mutation { publishAnnouncement(id: "${c.ids.tenant}") { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.withdrawAnnouncement': { by: (c) => `mutation { withdrawAnnouncement(id: "${c.ids.tenant}") { id } }`, says: 'AUTH.FORBIDDEN' },
  'Query.outboxMailText': { by: (c) => `{ outboxMailText(id: "${c.ids.tenant}") { text } }`, says: 'AUTH.FORBIDDEN' },
  'Query.erasureCertificate': { by: (c) => `{ erasureCertificate(id: "${c.ids.tenant}") { text } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.updateOfficeView': { by: (c) => `mutation { updateOfficeView(input: { id: "${c.ids.view}", name: "stolen" }) { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.deleteOfficeView': { by: (c) => `mutation { deleteOfficeView(id: "${c.ids.view}") }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.suspendCompany': { by: (c) => `mutation { suspendCompany(input: { id: "${c.ids.tenant}", reason: "mine" }) { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.retryJob': { by: () => 'mutation { retryJob(id: "1") { id } }', says: 'AUTH.FORBIDDEN' },
  'Mutation.confirmCreditCode': { by: (c) => `mutation { confirmCreditCode(input: { id: "${c.ids.tenant}", creditCode: "91310000631696382D" }) { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.changeCompanyPlan': { by: (c) => `mutation { changeCompanyPlan(input: { id: "${c.ids.tenant}", plan: ENTERPRISE }) { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.giveCompanyQuota': { by: (c) => `mutation { giveCompanyQuota(input: { id: "${c.ids.tenant}", meter: DEVICES, quota: 1 }) { id } }`, says: 'AUTH.FORBIDDEN' },
  'Query.officeInvoice': { by: (c) => `{ officeInvoice(id: "${c.ids.invoice}") { number } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.recordRefund': { by: (c) => `mutation { recordRefund(input: { invoiceNumber: "${c.ids.invoiceNumber}", amountMinor: 1, paidOn: "2026-11-05" }) { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.creditInvoice': { by: (c) => `mutation { creditInvoice(input: { invoiceNumber: "${c.ids.invoiceNumber}", reason: "mine", parts: [{ lineNo: 1, amountMinor: 29900 }] }) { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.assignBankEntry': { by: (c) => `mutation { assignBankEntry(input: { entryId: "${c.ids.invoice}", invoiceNumber: "${c.ids.invoiceNumber}" }) { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.recordBankStatement': { by: (c) => `mutation { recordBankStatement(csv: "date,amount,payer,reference,id\\n2026-11-05,299,B,${c.ids.invoiceNumber},1") { matched } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.takeBackPayment': { by: (c) => `mutation { takeBackPayment(input: { paymentId: "${c.ids.invoice}", reason: "mine" }) { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.refundCard': { by: (c) => `mutation { refundCard(input: { attemptId: "${c.ids.invoice}", amountMinor: 1 }) { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.beginFactorReset': { by: (c) => `mutation { beginFactorReset(input: { companyId: "${c.ids.tenant}", email: "${c.a.email}", check: "I say that they are who they say" }) }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.resumeCompany': { by: (c) => `mutation { resumeCompany(id: "${c.ids.tenant}") { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.decideAppVersion': { by: (c) => `mutation { decideAppVersion(input: { versionId: "${c.ids.version}", decision: APPROVE }) { id } }`, says: 'AUTH.FORBIDDEN' },
};

export const officeOwnOnly: OwnOnly = {
  'Query.reviewQueue': '{ reviewQueue { nodes { id } } }',
  'Query.companies': '{ companies { nodes { id } } }',
  'Query.openInvoices': '{ openInvoices { nodes { companyId } } }',
  'Query.bankEntries': '{ bankEntries { nodes { id } } }',
  'Query.doubtfulCardEvents': '{ doubtfulCardEvents { nodes { id } } }',
  'Query.outboxMails': '{ outboxMails { nodes { id } } }',
  'Query.platformWork': '{ platformWork { failedCount } }',
  'Query.platformHealth': '{ platformHealth { faults { fingerprint } } }',
  'Query.platformBackups': '{ platformBackups { isLate } }',
  'Query.erasureCertificates': '{ erasureCertificates { nodes { id } } }',
  'Query.jobs': '{ jobs(state: FAILED) { nodes { id } } }',
  'Query.officeViews': '{ officeViews { id } }',
  'Query.announcements': '{ announcements { id } }',
  'Mutation.writeAnnouncement': 'mutation { writeAnnouncement(input: { severity: INFO, textZh: "x", textEn: "x", fromAt: "2026-11-01T00:00:00Z", toAt: "2026-11-02T00:00:00Z" }) { id } }',
  'Mutation.endImpersonation': 'mutation { endImpersonation }',
  'Mutation.saveOfficeView': `mutation { saveOfficeView(input: { name: "x", ${LOOK} }) { id } }`,
};
