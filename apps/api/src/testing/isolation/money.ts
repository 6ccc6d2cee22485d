import type { OwnOnly, Probes } from './probe.js';

/** Plans and invoices. */
export const moneyProbes: Probes = {
  'Query.invoice': { by: (c) => `{ invoice(id: "${c.ids.invoice}") { number } }`, says: 'INVOICE.NOT_FOUND' },
  'Mutation.payByCard': { by: (c) => `mutation { payByCard(invoiceId: "${c.ids.invoice}") { url } }`, says: 'INVOICE.NOT_FOUND' },
};

export const moneyOwnOnly: OwnOnly = {
  'Query.companyPlan': '{ companyPlan { plan { id } } }',
  'Query.planChangePreview': '{ planChangePreview(plan: STANDARD) { dueNowMinor } }',
  'Query.invoices': '{ invoices { nodes { id } } }',
  'Query.nextInvoice': '{ nextInvoice { grossMinor } }',
  'Query.payee': '{ payee { name } }',
  'Mutation.changePlan': 'mutation { changePlan(input: { plan: STANDARD, dueNowMinor: 0 }) { today } }',
  'Mutation.withdrawPlanChange': 'mutation { withdrawPlanChange { today } }',
  'Mutation.setCap': 'mutation { setCap(input: { meter: DEVICES, cap: 1 }) { today } }',
};
