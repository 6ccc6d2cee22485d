import { invalid } from '@tenon/kernel';

/** Digits and letters that the code uses: no I, O, S, V, Z, which look like others. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const FORM = /^[0-9ABCDEFGHJKLMNPQRTUWXY]{2}\d{6}[0-9ABCDEFGHJKLMNPQRTUWXY]{10}$/;
const LENGTH = 18;

/** A unified social credit code (统一社会信用代码), as it is kept. */
export interface CreditCode {
  /** 18 capital letters and digits. */
  readonly code: string;
  /** Whether its last character is the one that the others ask for. Some early codes that are real fail: such a code is looked at by a person, not refused. */
  readonly isChecked: boolean;
}

/**
 * Reads a unified social credit code as people write it, with blanks or in small letters.
 * Source: GB 32100-2015; the check character makes the weighted sum, weights 3^i mod 31, a multiple of 31.
 * @throws AppError (invalid) COMPANY.CREDIT_CODE_FORM when it cannot be one
 */
export function readCreditCode(text: string): CreditCode {
  const code = text.replace(/[\s-]/g, '').toUpperCase();
  if (!FORM.test(code)) throw invalid('COMPANY.CREDIT_CODE_FORM', 'A unified social credit code has 18 digits and capital letters, without I, O, S, V and Z; the third to eighth are digits.');
  return { code, isChecked: code.at(-1) === checkCharacter(code) };
}

function checkCharacter(code: string): string | undefined {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, LENGTH - 1)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31];
}
