import { unavailable } from '@tenon/kernel';
import { Resolver } from 'node:dns/promises';

const LABEL = '_tenon';
const PREFIX = 'tenon-sso=';
const TIMEOUT_MS = 3_000;
/** That there is no such record, rather than that nobody could be asked. */
const NONE: ReadonlySet<string> = new Set(['ENODATA', 'ENOTFOUND']);

/** The TXT record by which a company shows that a domain is its own. */
export function proofRecord({ domain, proof }: { domain: string; proof: string }): { name: string; value: string } {
  return { name: `${LABEL}.${domain}`, value: `${PREFIX}${proof}` };
}

/**
 * Asks the domain name system whose a domain is, each time anew: whoever loses a domain loses with it that their provider is believed.
 * Whoever holds a domain receives its mail, and could set new passwords by it: believing their provider gives them nothing more.
 */
export class DomainProof {
  private readonly resolver = new Resolver({ timeout: TIMEOUT_MS, tries: 2 });

  /** @param servers `address` or `address:port`; the system's, where there are none */
  constructor(servers: readonly string[]) {
    if (servers.length > 0) this.resolver.setServers(servers);
  }

  /** The proofs that a domain shows. @throws AppError (unavailable) SSO.DNS when nobody could be asked */
  async shownBy(domain: string): Promise<string[]> {
    try {
      const texts = (await this.resolver.resolveTxt(`${LABEL}.${domain}`)).map((parts) => parts.join(''));
      return texts.filter((text) => text.startsWith(PREFIX)).map((text) => text.slice(PREFIX.length));
    } catch (error) {
      if (NONE.has(String((error as { code?: unknown }).code))) return [];
      throw unavailable('SSO.DNS', 'The domain cannot be looked up just now.', { domain });
    }
  }
}
