import type { AuditAction } from '@tenon/contracts/audit';
import { minuteInChina, minuteInUtc } from './mail-time.js';

/** Changes to how somebody signs in, of which they are told by mail. @see OWASP ASVS 4.0.3, 2.2.3 and 2.5.5 */
const CHANGES = {
  'member.password-set': ['设置了新密码，所有设备都已退出。', 'A new password was set, and every device was signed out.'],
  'member.password-changed': ['密码已更换，其他设备都已退出。', 'The password was changed, and every other device was signed out.'],
  'member.second-factor-turned-on': ['开启了两步验证，其他设备都已退出。', 'The second factor was turned on, and every other device was signed out.'],
  'member.second-factor-turned-off': ['关闭了两步验证，此后只凭密码就能登录。', 'The second factor was turned off: the password alone signs in from now on.'],
  'member.recovery-codes-renewed': ['换了一组恢复码，原来的作废。', 'The recovery codes were renewed; the ones before are worthless.'],
  'member.passkey-added': ['添加了一个通行密钥，凭它就能登录。', 'A passkey was added, which signs in by itself.'],
  'member.passkey-removed': ['移除了一个通行密钥。', 'A passkey was removed.'],
} as const satisfies Partial<Record<AuditAction, readonly [zh: string, en: string]>>;

/** Such a change, by its name in the trail. */
export type SignInChange = keyof typeof CHANGES;

/** Whether somebody is told by mail of what stands in the trail. */
export function isSignInChange(action: AuditAction): action is SignInChange {
  return Object.hasOwn(CHANGES, action);
}

/** What changed, when, and from where. */
export interface ChangedSignIn {
  readonly email: string;
  readonly change: SignInChange;
  readonly at: Date;
  /** Network address of whoever did it, where it is known. */
  readonly address: string | undefined;
  /** Where one looks after how one signs in. */
  readonly link: string;
}

/** The mail that tells somebody that how they sign in has changed. In both languages, as it is not known which one the reader has; no name that anybody chose stands in it. */
export function signInChangeMail({ email, change, at, address, link }: ChangedSignIn): { to: string; subject: string; text: string } {
  const [zh, en] = CHANGES[change];
  const text = `您好：

您账号的登录方式刚刚有了变化：${zh}

时间：${minuteInChina(at)}（北京时间）
网络地址：${address ?? '未知'}

是您本人的话，不用理会。不是的话，请马上在登录页点“忘记密码”设置新密码，再到下面的页面检查登录方式、让别的设备退出。

Hello,

how you sign in has just changed: ${en}

Time: ${minuteInUtc(at)} UTC
Address: ${address ?? 'unknown'}

If it was you, there is nothing to do. If not, set a new password now by “Forgot your password” on the page of signing in, and look after how you sign in, and sign other devices out, here:

${link}

榫卯 Tenon
`;
  return { to: email, subject: '登录方式有变化 · How you sign in has changed', text };
}
