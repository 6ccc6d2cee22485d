import { cny } from '@tenon/kernel';
import type { Money } from '@tenon/kernel';
import { sharedOut } from '../money/shared-out.js';

/**
 * Value-added tax on information technology services, in per cent: 《中华人民共和国增值税法》 (in force since 1 January 2026) art. 10 (3),
 * services other than those of items 1, 2 and 5. That hosted software is such a service: 财税〔2016〕36号 附件1, 信息技术服务.
 */
export const VAT_PERCENT = 6;

/**
 * The tax that amounts contain. Prices are said with tax included (价税合计), so tax is `amount × 6 / 106`, as amount ÷ (1 + 6 %)
 * is what is sold. Rounded once, for the whole, and shared out over the lines by largest remainder, so that the column of taxes
 * adds up and each line is less than a fen off its own.
 * @param amounts tax included, shape [n]; credits below zero
 * @returns shape [n]
 */
export function taxesWithin(amounts: readonly Money[]): Money[] {
  const numerators = amounts.map(({ amountMinor }) => BigInt(amountMinor) * BigInt(VAT_PERCENT));
  return sharedOut(numerators, BigInt(100 + VAT_PERCENT)).map(cny);
}
