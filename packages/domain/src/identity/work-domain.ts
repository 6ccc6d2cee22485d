import { invalid } from '@tenon/kernel';
import { isPublicMailDomain } from './public-mail-domains.js';

/** RFC 1035, 2.3.4: labels of at most 63 octets, names of at most 253 signs as they are written; at least two labels. */
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * The domain of a company's addresses, such as `factory.example`, in small letters.
 * @throws AppError (invalid) SSO.DOMAIN for what is none; names that are not in ASCII are written in Punycode; SSO.PUBLIC_DOMAIN for one at which everybody has addresses
 */
export function readWorkDomain(text: string): string {
  const domain = text.trim().toLowerCase().replace(/^@/, '');
  if (!DOMAIN.test(domain)) throw invalid('SSO.DOMAIN', 'This is not the domain of an address.');
  if (isPublicMailDomain(domain)) throw invalid('SSO.PUBLIC_DOMAIN', 'Everybody may have an address there, so it is no company’s.', { domain });
  return domain;
}

/** The domain of an address; empty where it has none. */
export function domainOfEmail(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
