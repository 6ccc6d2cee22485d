import type { DeviceWords } from '@tenon/domain/identity';
import { minuteInChina, minuteInUtc } from './mail-time.js';

/** What the mail about a new device tells. */
export interface NewDevice {
  readonly email: string;
  readonly device: DeviceWords;
  readonly address: string;
  readonly at: Date;
  /** Where sessions are listed and ended. */
  readonly link: string;
}

const named = ({ browser, system }: DeviceWords, unknown: string): string => [browser, system].map((name) => (name === 'other' ? unknown : name)).join(', ');

/**
 * The mail that says that somebody signed in with a browser that is new. In both languages, as it is not known which one the
 * reader has; of what the browser sent nothing stands in it but names from our own list and the address.
 */
export function newDeviceMail({ email, device, address, at, link }: NewDevice): { to: string; subject: string; text: string } {
  const text = `您好：

您的账号刚在一台新设备上登录：

时间：${minuteInChina(at)}（北京时间）
设备：${named(device, '未知')}
网络地址：${address}

是您本人的话，不用理会。不是的话，请马上改密码，并到下面的页面让那台设备退出、开启两步验证。

Hello,

somebody has just signed in to your account with a device that is new:

Time: ${minuteInUtc(at)} UTC
Device: ${named(device, 'unknown')}
Address: ${address}

If it was you, there is nothing to do. If not, set a new password now, and sign that device out and set up a second factor here:

${link}

榫卯 Tenon
`;
  return { to: email, subject: '新设备登录 · A new device signed in', text };
}
