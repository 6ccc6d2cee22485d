import { isAtOrBelow } from '@tenon/kernel';

/** Mail for everybody: whoever has an address there works for anybody. Large providers in China and elsewhere, by what follows the at sign. */
const PUBLIC = new Set(
  `qq.com foxmail.com 163.com 126.com yeah.net 188.com sina.com sina.cn sohu.com tom.com 21cn.com 139.com 189.cn wo.cn aliyun.com 263.net
  gmail.com googlemail.com outlook.com hotmail.com live.com live.cn msn.com yahoo.com yahoo.cn yahoo.com.cn ymail.com icloud.com me.com mac.com aol.com
  gmx.com gmx.net gmx.de web.de t-online.de mail.com mail.ru yandex.com yandex.ru proton.me protonmail.com pm.me zoho.com fastmail.com tutanota.com tuta.io
  hey.com naver.com daum.net hanmail.net rediffmail.com qq.cn vip.qq.com vip.163.com vip.126.com mailinator.com yopmail.com`.split(/\s+/),
);

/** Whether a domain, or one above it, gives addresses to everybody; in small letters. */
export function isPublicMailDomain(domain: string): boolean {
  return isAtOrBelow(domain, PUBLIC);
}
