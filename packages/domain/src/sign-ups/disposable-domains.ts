import { isAtOrBelow } from '@tenon/kernel';

/**
 * Domains of well-known services for mail that is thrown away after minutes. Kept by hand, and short on purpose: the thousands of
 * domains in public lists change by the week, and this is a hint among others. To be looked through with each release.
 */
const DISPOSABLE_DOMAINS: ReadonlySet<string> = new Set(
  `10minutemail.com 10minutemail.net 20minutemail.com burnermail.io discard.email dispostable.com emailondeck.com fakeinbox.com getairmail.com
  getnada.com grr.la guerrillamail.biz guerrillamail.com guerrillamail.de guerrillamail.net guerrillamail.org guerrillamailblock.com inboxkitten.com
  mail-temp.com mailcatch.com maildrop.cc mailinator.com mailinator.net mailnesia.com mailsac.com minuteinbox.com mintemail.com moakt.com mohmal.com
  mytemp.email nada.email sharklasers.com spam4.me spamgourmet.com temp-mail.io temp-mail.org tempail.com tempmail.com tempmail.dev tempmailo.com
  tempr.email throwawaymail.com trashmail.com trashmail.de trashmail.net yopmail.com yopmail.fr yopmail.net`.split(/\s+/),
);

/** Whether an address's domain is of such a service, or lies below one that is. @param domain in small letters */
export function isDisposable(domain: string): boolean {
  return isAtOrBelow(domain, DISPOSABLE_DOMAINS);
}
