import type { OwnOnly } from './probe.js';

/** The company itself. */
export const companyOwnOnly: OwnOnly = {
  'Query.companyProfile': '{ companyProfile { legalName } }',
  'Query.askedPapers': '{ askedPapers { text } }',
  'Query.auditTrail': '{ auditTrail { nodes { id } } }',
  'Query.exports': '{ exports { id } }',
  'Mutation.requestExport': 'mutation { requestExport { id } }',
  'Mutation.closeCompany': 'mutation { closeCompany(input: { name: "nobody’s" }) { state } }',
  'Mutation.reopenCompany': 'mutation { reopenCompany { state } }',
  'Query.auditChain': '{ auditChain { length } }',
  'Mutation.keepAuditTrail': 'mutation { keepAuditTrail(months: 12) { keepMonths } }',
  'Mutation.updateTenant': 'mutation { updateTenant(input: { name: "nobody’s" }) { id } }',
  'Mutation.removeLogo': 'mutation { removeLogo }',
  'Mutation.updateCompanyProfile': 'mutation { updateCompanyProfile(input: { legalName: "nobody’s" }) { legalName } }',
};
