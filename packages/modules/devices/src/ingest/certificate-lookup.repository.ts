import { X509Certificate } from 'node:crypto';
import { statesThat } from '@tenon/domain/life';
import { MINUTE_MS, unavailable } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import type pg from 'pg';
import { isSignedBy } from '../certificates/x509/is-signed-by.js';
import type { TokenState } from './admission.js';
import type { ShownCertificate } from './shown-certificate.js';

/** States of companies whose machines are let in. */
const LET_IN = statesThat('takesTelemetry');
/** How often it is noted at most that an authority's certificate is no machine's. */
const STRANGER_EVERY_MS = MINUTE_MS;
const LONGEST_NAME = 200;

interface StateRow { tenant_id: string; device_id: string; is_revoked: boolean; is_retired: boolean; is_suspended: boolean }
interface AuthorityRow { tenant_id: string; id: string; certificate: string }

const stateOf = (row: StateRow): TokenState => ({ tenantId: row.tenant_id, deviceId: row.device_id, isRevoked: row.is_revoked, isRetired: row.is_retired, isSuspended: row.is_suspended });

/** Asks the database whose a certificate is: one that we gave or a machine brought along, or one that an authority of a company's signed. */
export class CertificateLookup {
  private readonly strangersNoted = new Map<string, number>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly log: Log,
  ) {}

  /** @throws AppError (unavailable) DB.UNAVAILABLE */
  async find(shown: ShownCertificate): Promise<TokenState | null> {
    try {
      return (await this.given(shown)) ?? (await this.signed(shown));
    } catch (error) {
      this.log.warn('devices.certificates-not-read', { error });
      throw unavailable('DB.UNAVAILABLE', 'Certificates cannot be checked just now.');
    }
  }

  /** Whether an authority that a company registered stands for it: then its machine is who that says, and nobody else brings it along. */
  async isVouchedFor(shown: ShownCertificate): Promise<boolean> {
    return (await this.authorityOf(shown)) !== undefined;
  }

  private async given({ fingerprint }: ShownCertificate): Promise<TokenState | null> {
    const { rows } = await this.pool.query<StateRow>({
      name: 'tenon-certificates',
      text: `SELECT c.tenant_id, c.device_id, c.revoked_at IS NOT NULL OR coalesce(a.state <> 'active', false) AS is_revoked, d.retired_at IS NOT NULL AS is_retired, NOT t.state = ANY ($2) AS is_suspended
             FROM device_certificate c JOIN device d ON d.tenant_id = c.tenant_id AND d.id = c.device_id LEFT JOIN certificate_authority a ON a.tenant_id = c.tenant_id AND a.id = c.authority_id JOIN tenant t ON t.id = c.tenant_id
             WHERE c.fingerprint = decode($1, 'hex')`,
      values: [fingerprint, LET_IN],
    });
    return rows[0] ? stateOf(rows[0]) : null;
  }

  /** Anybody may call their authority as another is called; whose it is, the signature says. */
  private async authorityOf({ issuer, certificate: shown }: ShownCertificate): Promise<AuthorityRow | undefined> {
    const { rows } = await this.pool.query<AuthorityRow>(`SELECT tenant_id, id, certificate FROM certificate_authority WHERE kind = 'theirs' AND state = 'active' AND subject = $1`, [issuer]);
    return rows.find(({ certificate }) => isSignedBy(shown, new X509Certificate(certificate)));
  }

  private async signed(shown: ShownCertificate): Promise<TokenState | null> {
    const authority = await this.authorityOf(shown);
    if (!authority) return null;
    const { rows: found } = await this.pool.query<StateRow>(
      `SELECT d.tenant_id, d.id AS device_id, EXISTS (SELECT FROM revoked_serial r WHERE r.tenant_id = $1 AND r.authority_id = $2 AND r.serial = $4) AS is_revoked,
              d.retired_at IS NOT NULL AS is_retired, NOT t.state = ANY ($5) AS is_suspended
       FROM device d JOIN tenant t ON t.id = d.tenant_id WHERE d.tenant_id = $1 AND (d.name = $3 OR d.id::text = $3)
       ORDER BY d.id::text = $3 DESC LIMIT 1`,
      [authority.tenant_id, authority.id, shown.commonName, shown.serial, LET_IN],
    );
    if (!found[0]) await this.noteStranger(authority, shown.commonName);
    return found[0] ? stateOf(found[0]) : null;
  }

  /** No machine is called so: whoever looks at the authority sees whom it was meant for. */
  private async noteStranger({ tenant_id: tenantId, id }: AuthorityRow, name: string): Promise<void> {
    const nowMs = Date.now();
    for (const [noted, atMs] of this.strangersNoted) if (nowMs - atMs >= STRANGER_EVERY_MS) this.strangersNoted.delete(noted);
    if (this.strangersNoted.has(id)) return;
    this.strangersNoted.set(id, nowMs);
    await this.pool.query('UPDATE certificate_authority SET stranger_name = $3, stranger_at = now() WHERE tenant_id = $1 AND id = $2', [tenantId, id, name.slice(0, LONGEST_NAME)]);
  }
}
