import type { InvoiceState, Meter, PlanId } from '@tenon/domain/billing';
import type { PaperLanguage } from '../application/paper.js';

/** The words of an invoice on paper. */
export interface InvoiceWords {
  readonly platform: string;
  readonly title: string;
  readonly note: string;
  readonly creditNote: string;
  readonly creditNoteNote: string;
  readonly ofInvoice: string;
  readonly reason: string;
  readonly isCredited: (amount: string, number: string) => string;
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly buyer: string;
  readonly payee: string;
  readonly taxNumber: string;
  readonly bank: string;
  readonly account: string;
  readonly item: string;
  readonly amount: string;
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  readonly credited: string;
  readonly paid: string;
  readonly owed: string;
  readonly ofWhichTax: string;
  readonly standing: string;
  readonly isOwed: (amount: string, by: string) => string;
  readonly isSettled: string;
  readonly isVoid: string;
  readonly isToBePaidBack: (amount: string) => string;
  readonly wayToPay: string;
  readonly accountName: string;
  readonly reference: string;
  readonly money: (amount: string) => string;
  readonly page: (page: number, pages: number) => string;
  readonly state: Readonly<Record<InvoiceState, string>>;
  readonly plan: Readonly<Record<PlanId, string>>;
  readonly meter: Readonly<Record<Meter, string>>;
  readonly line: Readonly<Record<'fee' | 'credit', (plan: string) => string>>;
  readonly overage: (meter: string) => string;
  readonly supplement: (meter: string) => string;
  readonly days: (from: string, to: string, days: number, per: number, price: string) => string;
  readonly units: (from: string, to: string, quantity: string, price: string, per: string) => string;
}

const ZH: InvoiceWords = {
  platform: '榫卯 Tenon',
  title: '账单',
  note: '本账单不是发票；转账时请在附言里写上账单号。',
  creditNote: '红字账单',
  creditNoteNote: '本红字账单不是红字发票。',
  ofInvoice: '冲减账单',
  reason: '原因',
  isCredited: (amount, number) => `冲减账单 ${number}：${amount}`,
  number: '账单号',
  issuedOn: '开具日期',
  dueOn: '付款期限',
  buyer: '购买方',
  payee: '销售方',
  taxNumber: '纳税人识别号',
  bank: '开户行',
  account: '账号',
  item: '项目',
  amount: '含税金额',
  net: '金额（不含税）',
  tax: '税额（6%）',
  gross: '价税合计',
  credited: '红字冲减',
  paid: '已付',
  owed: '待付',
  ofWhichTax: '其中税额',
  standing: '状态',
  isOwed: (owed, by) => `请于 ${by} 前支付 ${owed}`,
  isSettled: '已付清，无需再付',
  isVoid: '已作废，无需付款',
  isToBePaidBack: (owed) => `应退还贵公司 ${owed}`,
  wayToPay: '对公转账',
  accountName: '户名',
  reference: '附言',
  money: (digits) => `¥${digits}`.replace('¥\u2212', '\u2212¥'),
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  state: { draft: '草稿', issued: '待付款', overdue: '已逾期', paid: '已付清', void: '已作废' },
  plan: { trial: '试用版', starter: '入门版', standard: '标准版', enterprise: '企业版' },
  meter: { devices: '机器', pointsADay: '数据点', apiCallsADay: 'API 调用', members: '成员', apps: '应用' },
  line: { fee: (plan) => `${plan}月费`, credit: (plan) => `${plan}未用天数退回` },
  overage: (meter) => `超额用量：${meter}`,
  supplement: (meter) => `超额用量补计（迟到数据）：${meter}`,
  days: (from, to, days, per, price) => `${from} 至 ${to}，${days} 天（当月 ${per} 天），每月 ${price}`,
  units: (from, to, quantity, price, per) => `${from} 至 ${to}，各天超出合计 ${quantity}，每 ${per} 个 ${price}`,
};

const EN: InvoiceWords = {
  platform: 'Tenon',
  title: 'Invoice',
  note: "This is not a tax document (fapiao). Please write the invoice's number on the transfer.",
  creditNote: 'Credit note',
  creditNoteNote: 'This is not a tax document (fapiao).',
  ofInvoice: 'Of invoice',
  reason: 'Reason',
  isCredited: (amount, number) => `${amount} credited on invoice ${number}`,
  number: 'Number',
  issuedOn: 'Issued on',
  dueOn: 'Pay by',
  buyer: 'To',
  payee: 'From',
  taxNumber: 'Tax number',
  bank: 'Bank',
  account: 'Account',
  item: 'Item',
  amount: 'Amount in CNY',
  net: 'Without tax',
  tax: 'Tax (6 %)',
  gross: 'Total, tax included',
  credited: 'Credited',
  paid: 'Paid',
  owed: 'Still owed',
  ofWhichTax: 'Of which tax',
  standing: 'Standing',
  isOwed: (owed, by) => `${owed} to be paid by ${by}`,
  isSettled: 'Settled: nothing is to be paid',
  isVoid: 'Void: nothing is to be paid',
  isToBePaidBack: (owed) => `${owed} will be paid back to you`,
  wayToPay: 'Pay by bank transfer',
  accountName: 'Account name',
  reference: 'Reference',
  money: (digits) => `CNY ${digits}`,
  page: (page, pages) => `Page ${page} of ${pages}`,
  state: { draft: 'Draft', issued: 'To be paid', overdue: 'Overdue', paid: 'Paid', void: 'Void' },
  plan: { trial: 'Trial', starter: 'Starter', standard: 'Standard', enterprise: 'Enterprise' },
  meter: { devices: 'machines', pointsADay: 'points', apiCallsADay: 'API calls', members: 'people', apps: 'apps' },
  line: { fee: (plan) => `${plan}, monthly fee`, credit: (plan) => `${plan}, back for days not used` },
  overage: (meter) => `Beyond the quota: ${meter}`,
  supplement: (meter) => `Supplement for what came late: ${meter}`,
  days: (from, to, days, per, price) => `${from} to ${to}, ${days} of ${per} days at ${price} a month`,
  units: (from, to, quantity, price, per) => `${from} to ${to}, ${quantity} beyond on all days together, ${price} per ${per}`,
};

/** The words by language. */
export const WORDS: Readonly<Record<PaperLanguage, InvoiceWords>> = { 'zh-CN': ZH, en: EN };
