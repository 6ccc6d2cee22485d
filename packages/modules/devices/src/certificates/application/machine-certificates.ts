import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { CERTIFICATE_DAYS, CERTIFICATE_DAYS_BETWEEN, certificateSpan, MOST_CERTIFICATES, serialNumber } from '@tenon/domain/devices';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict, invalid } from '@tenon/kernel';
import { tellDevice } from '../../application/tell-device.js';
import { DeviceRepository } from '../../persistence/device.repository.js';
import { DeviceCertificateRepository, type CertificateRow } from '../persistence/device-certificate.repository.js';
import { signRequest } from '../x509/authority-key.js';
import { fingerprintOf } from '../x509/names.js';
import { readCertificate } from '../x509/read-pem.js';
import { OwnAuthority } from './own-authority.js';

/** A certificate that was just given, which the machine wants whole. */
export interface GivenCertificate {
  readonly row: CertificateRow;
  /** PEM. */
  readonly certificate: string;
  /** PEM: whoever checks it wants the authority too. */
  readonly authorityPem: string;
}

/** What a certificate is wanted for. */
export interface CertificateWish {
  readonly deviceId: string;
  /** PKCS #10 in PEM. */
  readonly request: string;
  /** How long it is good; two years where nothing is said. */
  readonly days?: number | null | undefined;
}

/** Certificates by which machines are let in instead of a token, signed by the company's own authority. */
@Injectable()
export class MachineCertificates {
  constructor(
    private readonly db: TenantDb,
    private readonly devices: DeviceRepository,
    private readonly certificates: DeviceCertificateRepository,
    private readonly own: OwnAuthority,
  ) {}

  /** A machine's, newest first. @throws AppError DEVICE.NOT_FOUND */
  list(actor: TenantActor, deviceId: string): Promise<CertificateRow[]> {
    return this.db.read(actor, async (tx) => {
      const { id } = await this.devices.get(tx, deviceId);
      return this.certificates.list(tx, id);
    });
  }

  /**
   * Signs a request whose key the machine keeps. Each repetition gives another.
   * @throws AppError DEVICE.NOT_FOUND; (conflict) DEVICE.IS_SIMULATED, CERTIFICATE.TOO_MANY; (invalid) CERTIFICATE.DAYS, CERTIFICATE.BAD_REQUEST, CERTIFICATE.WEAK_KEY
   */
  issue(actor: TenantActor, { deviceId, request, days }: CertificateWish): Promise<GivenCertificate> {
    const wanted = days ?? CERTIFICATE_DAYS;
    const [least, most] = CERTIFICATE_DAYS_BETWEEN;
    if (wanted < least || wanted > most) throw invalid('CERTIFICATE.DAYS', `A certificate is good for ${least} to ${most} days.`, { least, most });
    return this.db.transaction(actor, async (tx) => {
      const device = await this.devices.getForUpdate(tx, deviceId);
      if (device.kind === 'simulated') throw conflict('DEVICE.IS_SIMULATED', 'A simulated machine looks after its own token.');
      if ((await this.certificates.countGood(tx, deviceId)) >= MOST_CERTIFICATES) throw conflict('CERTIFICATE.TOO_MANY', `A machine has at most ${MOST_CERTIFICATES} certificates that are good.`, { limit: MOST_CERTIFICATES });
      const { row: authority, key } = await this.own.toSign(tx);
      // By its id, as machines are called otherwise over the years.
      const certificate = await signRequest(key, { request, commonName: deviceId, span: certificateSpan(tx.now.getTime(), wanted, authority.notAfter.getTime()) });
      const read = readCertificate(certificate);
      const given = { id: tx.newId(), deviceId, authorityId: authority.id, fingerprint: fingerprintOf(read), serial: serialNumber(read.serialNumber) ?? '', notAfter: new Date(read.validTo) };
      await this.certificates.insert(tx, given);
      await tx.audit('device.certificate-issued', { deviceId, name: device.name, serial: given.serial, notAfter: given.notAfter.toISOString() });
      await tellDevice(tx, 'changed', deviceId);
      return { row: { ...given, issuedAt: tx.now, revokedAt: null, isAuthorityEnded: false }, certificate, authorityPem: authority.certificate };
    });
  }

  /** Revokes one and disconnects who came with it within a second. Repeating it changes nothing. @throws AppError CERTIFICATE.NOT_FOUND */
  revoke(actor: TenantActor, id: string): Promise<CertificateRow> {
    return this.db.transaction(actor, async (tx) => {
      const found = await this.certificates.getForUpdate(tx, id);
      if (found.revokedAt) return found;
      const { name } = await this.devices.get(tx, found.deviceId);
      await this.certificates.revoke(tx, id);
      await tx.audit('device.certificate-revoked', { deviceId: found.deviceId, name, serial: found.serial });
      await tellDevice(tx, 'token-revoked', found.deviceId);
      return { ...found, revokedAt: tx.now };
    });
  }
}
