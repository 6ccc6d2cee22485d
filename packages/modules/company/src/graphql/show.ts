import { sizeClass } from '@tenon/domain/company';
import type { ProfileRow } from '../persistence/profile.repository.js';

/** A profile in the words of the schema. */
export function showProfile(profile: ProfileRow) {
  const { legalName, creditCode, industry, employees, yearlyRevenueYuan, district, park, address, updatedAt } = profile;
  return {
    legalName,
    creditCode,
    creditCodeState: creditCodeState(profile),
    industry,
    employees,
    yearlyRevenueYuan,
    sizeClass: employees === null || yearlyRevenueYuan === null ? null : sizeClass({ employees, yearlyRevenueYuan }),
    district,
    park,
    address,
    invoiceTitle: showInvoiceTitle(profile),
    updatedAt: updatedAt?.toISOString() ?? null,
  };
}

function creditCodeState({ creditCode, creditCodeIsChecked, creditCodeConfirmedAt }: ProfileRow) {
  if (creditCode === null) return null;
  if (creditCodeConfirmedAt) return 'CONFIRMED' as const;
  return creditCodeIsChecked ? ('CHECKED' as const) : ('TO_REVIEW' as const);
}

function showInvoiceTitle({ invoiceName, invoiceTaxNumber, invoiceAddressAndPhone, invoiceBank, invoiceAccount }: ProfileRow) {
  return { name: invoiceName, taxNumber: invoiceTaxNumber, addressAndPhone: invoiceAddressAndPhone, bank: invoiceBank, account: invoiceAccount };
}
