import { minuteInChina, minuteInUtc } from './mail-time.js';

/** When a code was given again, and where one looks after how one signs in. */
export interface ReusedCode {
  readonly email: string;
  readonly at: Date;
  readonly link: string;
}

/** The mail that tells somebody that a code of theirs was given once more. In both languages, as it is not known which one the reader has. */
export function reusedCodeMail({ email, at, link }: ReusedCode): { to: string; subject: string; text: string } {
  const text = `您好：

有人又用了一次您已经用过的验证码，没有成功。

时间：${minuteInChina(at)}（北京时间）

如果是您自己重复提交，不用理会。不是的话，说明有人看到了您的验证码，也知道您的密码：请马上更换密码，并检查在哪些设备登录过：

${link}

Hello,

somebody gave a code once more that you had used already. It was refused.

Time: ${minuteInUtc(at)} UTC

If you sent it twice yourself, there is nothing to do. If not, somebody has seen your code and knows your password: change your password now, and look where you are signed in, at the address above.

榫卯 Tenon
`;
  return { to: email, subject: '用过的验证码又被使用 · A code was used again', text };
}
