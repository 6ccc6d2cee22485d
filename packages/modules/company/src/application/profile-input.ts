import { isDistrict, isIndustryDivision, readCreditCode } from '@tenon/domain/company';
import { invalid } from '@tenon/kernel';
import type { Profile } from '../persistence/profile.repository.js';

type Asked<Value> = Value | null | undefined;

/** What of a profile is to change; undefined stays, null and an empty text take away. */
export interface ProfileInput {
  readonly legalName?: Asked<string>;
  readonly creditCode?: Asked<string>;
  readonly industry?: Asked<string>;
  readonly employees?: Asked<number>;
  readonly yearlyRevenueYuan?: Asked<number>;
  readonly district?: Asked<string>;
  readonly park?: Asked<string>;
  readonly address?: Asked<string>;
  readonly invoiceTitle?: Asked<{
    readonly name?: Asked<string>;
    readonly taxNumber?: Asked<string>;
    readonly addressAndPhone?: Asked<string>;
    readonly bank?: Asked<string>;
    readonly account?: Asked<string>;
  }>;
}

const MOST_EMPLOYEES = 10_000_000;
/** A hundred million million yuan: more than all of industry earns, and exact in a double. */
const MOST_REVENUE_YUAN = 100_000_000_000_000;
/** Fifteen digits once, eighteen characters of the credit code now, twenty of some persons in business. */
const TAX_NUMBER = /^[0-9A-Z]{15,20}$/;

/**
 * What a profile becomes by a change.
 * @throws AppError (invalid) COMPANY.TEXT_TOO_LONG, CREDIT_CODE_FORM, TAX_NUMBER_FORM, INDUSTRY_UNKNOWN, DISTRICT_UNKNOWN,
 *   NUMBER_OUT_OF_RANGE; `field` says which
 */
export function changedProfile(before: Profile, input: ProfileInput): Profile {
  const invoice = input.invoiceTitle ?? {};
  const credit = changed(input.creditCode, { code: before.creditCode, isChecked: before.creditCodeIsChecked }, NO_CODE, readCreditCode);
  return {
    legalName: text('legalName', input.legalName, before.legalName, 120),
    creditCode: credit.code,
    creditCodeIsChecked: credit.isChecked,
    // Confirmed was the code before.
    creditCodeConfirmedAt: credit.code === before.creditCode ? before.creditCodeConfirmedAt : null,
    industry: changed(input.industry, before.industry, null, known('industry', 'COMPANY.INDUSTRY_UNKNOWN', isIndustryDivision)),
    employees: number('employees', input.employees, before.employees, MOST_EMPLOYEES),
    yearlyRevenueYuan: number('yearlyRevenueYuan', input.yearlyRevenueYuan, before.yearlyRevenueYuan, MOST_REVENUE_YUAN),
    district: changed(input.district, before.district, null, known('district', 'COMPANY.DISTRICT_UNKNOWN', isDistrict)),
    park: text('park', input.park, before.park, 80),
    address: text('address', input.address, before.address, 200),
    invoiceName: text('invoiceTitle.name', invoice.name, before.invoiceName, 120),
    invoiceTaxNumber: changed(invoice.taxNumber, before.invoiceTaxNumber, null, readTaxNumber),
    invoiceAddressAndPhone: text('invoiceTitle.addressAndPhone', invoice.addressAndPhone, before.invoiceAddressAndPhone, 200),
    invoiceBank: text('invoiceTitle.bank', invoice.bank, before.invoiceBank, 120),
    invoiceAccount: text('invoiceTitle.account', invoice.account, before.invoiceAccount, 40),
  };
}

const NO_CODE: { readonly code: string | null; readonly isChecked: boolean } = { code: null, isChecked: false };

function changed<Value>(asked: Asked<string>, before: Value, none: Value, read: (text: string) => Value): Value {
  if (asked === undefined) return before;
  const given = asked?.trim() ?? '';
  return given === '' ? none : read(given);
}

function text(field: string, asked: Asked<string>, before: string | null, limit: number): string | null {
  return changed<string | null>(asked, before, null, (given) => {
    // A line break in a name would break the lines of an invoice.
    const plain = given.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
    if ([...plain].length > limit) throw invalid('COMPANY.TEXT_TOO_LONG', `This is longer than ${limit} characters.`, { field, limit });
    return plain || null;
  });
}

function known(field: string, code: string, isKnown: (value: string) => boolean): (given: string) => string {
  return (given) => {
    if (!isKnown(given)) throw invalid(code, 'There is no such code.', { field });
    return given;
  };
}

function readTaxNumber(given: string): string {
  const number = given.replace(/[\s-]/g, '').toUpperCase();
  if (!TAX_NUMBER.test(number)) throw invalid('COMPANY.TAX_NUMBER_FORM', 'A tax number has 15 to 20 digits and capital letters.', { field: 'invoiceTitle.taxNumber' });
  return number;
}

function number(field: string, asked: Asked<number>, before: number | null, most: number): number | null {
  if (asked === undefined || asked === null) return asked === null ? null : before;
  if (!Number.isInteger(asked) || asked < 0 || asked > most) throw invalid('COMPANY.NUMBER_OUT_OF_RANGE', `This is a whole number from 0 to ${most}.`, { field, most });
  return asked;
}
