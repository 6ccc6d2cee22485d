import type { NoticeFacts } from './kind-words.js';

type Words = Readonly<Record<string, (facts: NoticeFacts) => string>>;

/** What holds from now on, by where a company stands; `days` are left until that changes by itself. */
export const STANDING_ZH: Words = {
  trial: ({ days = '' }) => `企业回到试用，还剩 ${days} 天。`,
  active: () => '企业正常使用，机器可以上报数据。',
  'past-due': ({ days = '' }) => `有账单逾期未付。目前一切照常，${days} 天内仍未付清将暂停使用。`,
  'suspended:trial-ended': ({ days = '' }) => `试用期已满：数据仍可查看，机器发来的数据暂不接收。选定套餐马上恢复，${days} 天内没有选定将关闭企业。`,
  'suspended:unpaid': ({ days = '' }) => `账单一直没有付清，企业已暂停使用：数据仍可查看，机器发来的数据暂不接收，停用期间不计费。付清马上恢复，${days} 天内仍未付清将关闭企业。`,
  'suspended:office': () => '企业仍由平台停用：数据可以查看，机器发来的数据暂不接收。',
  closed: ({ days = '' }) => `企业已关闭，机器发来的数据不再接收，也不再计费。${days} 天内所有者可以重新开启，数据原样保留。`,
  erased: () => '企业的数据已删除。',
};

/** What is ahead in `days` days, and what keeps it off. */
export const STANDING_AHEAD_ZH: Words = {
  trial: ({ days = '' }) => `试用还剩 ${days} 天，之后机器发来的数据暂不接收。选定套餐即可继续使用。`,
  'past-due': ({ days = '' }) => `逾期账单再过 ${days} 天未付清，企业将暂停使用，机器发来的数据暂不接收。`,
  'suspended:trial-ended': ({ days = '' }) => `试用已结束。再过 ${days} 天仍未选定套餐，企业将关闭。`,
  'suspended:unpaid': ({ days = '' }) => `逾期账单再过 ${days} 天仍未付清，企业将关闭。`,
  closed: ({ days = '' }) => `企业已关闭。要重新开启，请在 ${days} 天内操作，之后不再保证数据还在。`,
};
