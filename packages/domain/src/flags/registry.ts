/** A text in the platform's two languages. */
interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What the office is told of a flag, and what holds where nothing was set. */
export interface FeatureFlag {
  /** What a company has while it is on, in one sentence. */
  readonly what: Words;
  /** What it is without, while it is off. */
  readonly without: Words;
  readonly isOnByDefault: boolean;
  /** The module that looks after it. */
  readonly area: string;
  /** The day, `YYYY-MM-DD`, by which it is to be decided whether the flag is still needed. The office shows it; nothing happens by it. */
  readonly reviewBy: string;
}

/**
 * Every feature flag there is, by its key: `area.what`, a stable name, as it stands in trails. A flag is for something newer
 * that a company can be without; when nobody needs to be without it any more, the flag goes, and the change that takes it
 * out is all there is to do: what was set of a key that is no more is passed over.
 */
export const FEATURE_FLAGS = {
  'billing.next-invoice': {
    what: { zh: '“下期账单预估”页面：按已有读数随时算出本月至今的账单', en: 'The page of the next invoice: what it comes to so far, reckoned from the readings whenever somebody looks' },
    without: { zh: '没有这个页面和接口；账单照常出具', en: 'Neither page nor query; invoices are written as ever' },
    isOnByDefault: true,
    area: 'billing',
    reviewBy: '2027-03-31',
  },
  'notices.robots': {
    what: { zh: '群机器人把通知发到企业自己的群（企业微信、钉钉、飞书）', en: 'Robots say notices in the company’s own chats (WeCom, DingTalk, Feishu)' },
    without: { zh: '新通知只进收件箱和邮件；机器人的设置保留', en: 'New notices go to inboxes and mail alone; the robots’ settings stay' },
    isOnByDefault: true,
    area: 'notices',
    reviewBy: '2027-06-30',
  },
} as const satisfies Readonly<Record<string, FeatureFlag>>;

export type FlagKey = keyof typeof FEATURE_FLAGS;

/** All keys, in the registry's order. */
export const FLAG_KEYS = Object.keys(FEATURE_FLAGS) as readonly FlagKey[];

/** Whether a text, such as a key that was set by an earlier release, is the key of a flag that there is. */
export const isFlagKey = (text: string): text is FlagKey => Object.hasOwn(FEATURE_FLAGS, text);
