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
    employees: employees === null ? '' : String(employees),
    yearlyRevenueYuan: yearlyRevenueYuan === null ? '' : String(yearlyRevenueYuan / YUAN_OF_WAN),
    ...Object.fromEntries(INVOICE_TEXTS.map((name) => [`invoiceTitle.${name}`, invoiceTitle[name] ?? ''])),
  };
}

/** A number as people write it, with commas and blanks; null for nothing, NaN for what is none. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/[,，\s]/g, '');
  return plain === '' ? null : Number(plain);
}

/** Income of a year in yuan, from what was written in ten thousand yuan. */
export function revenueYuan(text: string): number | null {
  const wan = readNumber(text);
  return wan === null ? null : Math.round(wan * YUAN_OF_WAN);
}

/** What to send, from the form's fields. */
export function profileInput(valueOf: (name: string) => string): UpdateCompanyProfileInput {
  return {
    ...Object.fromEntries(TEXTS.map((name) => [name, valueOf(name)])),
    employees: readNumber(valueOf('employees')),
    yearlyRevenueYuan: revenueYuan(valueOf('yearlyRevenueYuan')),
    invoiceTitle: Object.fromEntries(INVOICE_TEXTS.map((name) => [name, valueOf(`invoiceTitle.${name}`)])),
  };
}

/** The first field whose number is none. */
export function brokenNumber(valueOf: (name: string) => string): string | undefined {
  return ['employees', 'yearlyRevenueYuan'].find((name) => Number.isNaN(readNumber(valueOf(name)) ?? 0));
}
