import { randomBytes, X509Certificate } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DEVICE_CHANNEL, type DeviceMessage } from '@tenon/contracts/wire';
import { TenantDb, type TenantTx } from '@tenon/db';
import { MOST_AUTHORITIES } from '@tenon/domain/devices';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict, invalid } from '@tenon/kernel';
import { AuthorityRepository, type AuthorityRow } from '../persistence/authority.repository.js';
import { isSignedBy } from '../x509/is-signed-by.js';
import { commonNameOf, fingerprintOf } from '../x509/names.js';
import { readCertificate } from '../x509/read-pem.js';
import { readAuthority, readAuthorityName, readSerials } from './read-authority.js';

const CHALLENGE_BYTES = 15;
/** Of an authority. */
const MOST_SERIALS = 1_000;

/** Authorities by which a company's machines are let in: its own, and those of others that proved to have their key. */
@Injectable()
export class Authorities {
  constructor(
    private readonly db: TenantDb,
    private readonly authorities: AuthorityRepository,
  ) {}

  list(actor: TenantActor): Promise<AuthorityRow[]> {
    return this.db.read(actor, (tx) => this.authorities.list(tx));
  }

  /**
   * Adds an authority of theirs, which lets nobody in until its key was proven.
   * @throws AppError as {@link readAuthority}, {@link readAuthorityName}; (conflict) CERTIFICATE_AUTHORITY.TOO_MANY, CERTIFICATE_AUTHORITY.KNOWN
   */
  add(actor: TenantActor, input: { readonly name: string; readonly certificate: string }): Promise<AuthorityRow> {
    const name = readAuthorityName(input.name);
    const read = readAuthority(input.certificate);
    const fingerprint = fingerprintOf(read);
    return this.db.transaction(actor, async (tx) => {
      await this.authorities.lockAll(tx);
      const others = (await this.authorities.list(tx)).filter(({ kind, state }) => kind === 'theirs' && state !== 'ended');
      if (others.length >= MOST_AUTHORITIES) throw conflict('CERTIFICATE_AUTHORITY.TOO_MANY', `A company has at most ${MOST_AUTHORITIES} authorities.`, { limit: MOST_AUTHORITIES });
      if (others.some((one) => one.fingerprint === fingerprint)) throw conflict('CERTIFICATE_AUTHORITY.KNOWN', 'This authority is there already.');
      const id = tx.newId();
      const challenge = `tenon-${randomBytes(CHALLENGE_BYTES).toString('hex')}`;
      await this.authorities.insert(tx, { id, kind: 'theirs', name, subject: read.subject, certificate: read.toString(), fingerprint, notAfter: new Date(read.validTo), state: 'pending', challenge, privateSealed: null });
      await tx.audit('certificate-authority.added', { authorityId: id, name, fingerprint });
      return this.authorities.get(tx, id);
    });
  }

  /**
   * Takes the proof that the company has the authority's key: a certificate signed by it that is called as it was told to be. From then on its machines are let in.
   * @throws AppError CERTIFICATE_AUTHORITY.NOT_FOUND; (invalid) CERTIFICATE.UNREADABLE, CERTIFICATE_AUTHORITY.NOT_SIGNED, CERTIFICATE_AUTHORITY.OTHER_NAME; (conflict) CERTIFICATE_AUTHORITY.NOT_PENDING, CERTIFICATE_AUTHORITY.TAKEN
   */
  prove(actor: TenantActor, { id, certificate }: { readonly id: string; readonly certificate: string }): Promise<AuthorityRow> {
    return this.change(actor, id, async (tx, authority) => {
      const shown = readCertificate(certificate);
      if (authority.state !== 'pending') throw conflict('CERTIFICATE_AUTHORITY.NOT_PENDING', 'This authority waits for no proof.');
      if (!isSignedBy(shown, new X509Certificate(authority.certificate))) throw invalid('CERTIFICATE_AUTHORITY.NOT_SIGNED', 'This certificate is not signed by the authority.');
      const commonName = commonNameOf(shown.subject);
      if (commonName !== authority.challenge) throw invalid('CERTIFICATE_AUTHORITY.OTHER_NAME', 'The certificate’s common name (CN) is not the one that was asked for.', { commonName });
      await this.authorities.activate(tx, id);
      await tx.audit('certificate-authority.proven', { authorityId: id, name: authority.name, fingerprint: authority.fingerprint });
    });
  }

  /** Ends an authority for ever: every machine that came by a certificate of it is sent away within a second. Repeating it changes nothing. @throws AppError CERTIFICATE_AUTHORITY.NOT_FOUND */
  end(actor: TenantActor, id: string): Promise<AuthorityRow> {
    return this.change(actor, id, async (tx, authority) => {
      if (authority.state === 'ended') return;
      await this.authorities.end(tx, id);
      await tx.audit('certificate-authority.ended', { authorityId: id, name: authority.name, fingerprint: authority.fingerprint });
    });
  }

  /**
   * Lets certificates of an authority of theirs in no more, by their serial numbers. Those that are named already stay so.
   * @throws AppError CERTIFICATE_AUTHORITY.NOT_FOUND; (conflict) CERTIFICATE_AUTHORITY.IS_OWN; (invalid) CERTIFICATE_AUTHORITY.BAD_SERIAL, CERTIFICATE_AUTHORITY.TOO_MANY_SERIALS
   */
  revokeSerials(actor: TenantActor, { id, serials }: { readonly id: string; readonly serials: readonly string[] }): Promise<AuthorityRow> {
    const read = readSerials(serials);
    return this.change(actor, id, async (tx, authority) => {
      if (authority.kind === 'own') throw conflict('CERTIFICATE_AUTHORITY.IS_OWN', 'Certificates of the company’s own authority are revoked on the machine’s page.');
      if (new Set([...authority.revokedSerials, ...read]).size > MOST_SERIALS) throw invalid('CERTIFICATE_AUTHORITY.TOO_MANY_SERIALS', `At most ${MOST_SERIALS} serial numbers of an authority are kept.`, { limit: MOST_SERIALS });
      await this.authorities.revokeSerials(tx, id, read);
      await tx.audit('certificate-authority.serials-revoked', { authorityId: id, name: authority.name, serials: read });
    });
  }

  /** Changes one and has the gateways look again at who is connected. */
  private change(actor: TenantActor, id: string, work: (tx: TenantTx, authority: AuthorityRow) => Promise<void>): Promise<AuthorityRow> {
    return this.db.transaction(actor, async (tx) => {
      await work(tx, await this.authorities.getForUpdate(tx, id));
      await tx.notify(DEVICE_CHANNEL, { kind: 'certificates-changed', tenantId: tx.tenantId } satisfies DeviceMessage);
      return this.authorities.get(tx, id);
    });
  }
}
