/** What about a sign-up may ask for a person's look. Each is a hint and no proof: none of them keeps a company from anything. */
export const SIGN_UP_RULES = {
  'credit-code-check': { zh: '统一社会信用代码的校验位不对', en: 'The credit code’s check character is wrong' },
  'credit-code-shared': { zh: '另一家企业填了同一个统一社会信用代码', en: 'Another company gave the same credit code' },
  'disposable-mail': { zh: '所有者的邮箱是一次性邮箱', en: 'The owner’s address is of a service for throw-away mail' },
  'many-sign-ups': { zh: '同一网络地址一小时内注册了多家企业', en: 'Many companies signed up from one network address within an hour' },
  'name-like-suspended': { zh: '名称与一家被平台停用的企业相近', en: 'The name is like that of a company which the office suspended' },
} as const;

export type SignUpRule = keyof typeof SIGN_UP_RULES;

/** That a rule holds for a company, and by what: a code, a domain, a name, or how many. */
export interface Signal {
  readonly rule: SignUpRule;
  readonly subject: string;
}

/** Whether a text, such as the rule of a signal that an earlier release kept, is a rule that there is. */
export const isSignUpRule = (text: string): text is SignUpRule => Object.hasOwn(SIGN_UP_RULES, text);

/** Whether two signals say the same. */
export const isSameSignal = (a: Signal, b: Signal): boolean => a.rule === b.rule && a.subject === b.subject;
