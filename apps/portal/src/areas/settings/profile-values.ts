import type { ProfileFactsFragment, UpdateCompanyProfileInput } from '../../generated/documents';

/** Plants reckon a year's income in ten thousand yuan; the api in yuan. */
const YUAN_OF_WAN = 10_000;

const TEXTS = ['legalName', 'creditCode', 'industry', 'district', 'park', 'address'] as const;
const INVOICE_TEXTS = ['name', 'taxNumber', 'addressAndPhone', 'bank', 'account'] as const;

/** What the form's fields hold, by their names; the api's names for what is refused are the same. */
export function fieldValues(profile: ProfileFactsFragment): Record<string, string> {
  const { employees, yearlyRevenueYuan, invoiceTitle } = profile;
  return {
    ...Object.fromEntries(TEXTS.map((name) => [name, profile[name] ?? ''])),
    employees: String(employees ?? ''),
    yearlyRevenueYuan: String(inWan(yearlyRevenueYuan) ?? ''),
    ...Object.fromEntries(INVOICE_TEXTS.map((name) => [`invoiceTitle.${name}`, invoiceTitle[name] ?? ''])),
  };
}

/** Income in the unit that it is written in. */
export function inWan(yuan: number | null): number | null {
  return yuan === null ? null : yuan / YUAN_OF_WAN;
}

/** Income in whole yuan, from ten thousand yuan. */
export function inYuan(wan: number | null): number | null {
  return wan === null ? null : Math.round(wan * YUAN_OF_WAN);
}

/** A number field sends plain digits, or nothing. */
function numberOf(text: string): number | null {
  return text === '' ? null : Number(text);
}

/** What to send, from the form's fields. */
export function profileInput(valueOf: (name: string) => string): UpdateCompanyProfileInput {
  return {
    ...Object.fromEntries(TEXTS.map((name) => [name, valueOf(name)])),
    employees: numberOf(valueOf('employees')),
    yearlyRevenueYuan: inYuan(numberOf(valueOf('yearlyRevenueYuan'))),
    invoiceTitle: Object.fromEntries(INVOICE_TEXTS.map((name) => [name, valueOf(`invoiceTitle.${name}`)])),
  };
}
