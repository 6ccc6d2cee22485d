import type { FactorResetTimes } from '@tenon/domain/identity';
import { minuteInChina, minuteInUtc } from './mail-time.js';

/** The mail that tells somebody that the office is about to take their second factor away, and how whoever still has it stops that. In both languages, as it is not known which one the reader has. */
export function factorResetMail(email: string, { dueAt, lapsesAt }: FactorResetTimes, link: string): { to: string; subject: string; text: string } {
  const text = `您好：

有人告诉平台办公室，您的验证器和恢复码都丢了。办公室核对身份后安排了重置：

${minuteInChina(dueAt)}（北京时间）起，您只用密码就能登录一次，两步验证随即关闭，请登录后马上重新设置。
${minuteInChina(lapsesAt)} 之前没有登录的话，这次重置作废。

不是您本人要求的：请现在就用验证器或恢复码登录，登录成功，重置就取消了；然后马上改密码。

Hello,

somebody told the platform office that you have lost your authenticator and your recovery codes. The office made sure who asked, and arranged this:

From ${minuteInUtc(dueAt)} UTC on, your password alone signs you in once, and the second factor is off. Set it up anew at once.
If you do not sign in before ${minuteInUtc(lapsesAt)} UTC, nothing changes.

If it was not you: sign in now with your authenticator or a recovery code. That stops it. Then set a new password.

${link}

榫卯 Tenon
`;
  return { to: email, subject: '两步验证将被重置 · Your second factor is about to be reset', text };
}
