import { Authorities } from './application/authorities.js';
import { MachineCertificates } from './application/machine-certificates.js';
import { OwnAuthority } from './application/own-authority.js';
import { CertificateResolver } from './graphql/certificate.resolver.js';
import { AuthorityRepository } from './persistence/authority.repository.js';
import { DeviceCertificateRepository } from './persistence/device-certificate.repository.js';

/** Certificates of machines and the authorities behind them, as the api serves them. The app provides `Vault`. */
export const CERTIFICATES = [Authorities, AuthorityRepository, CertificateResolver, DeviceCertificateRepository, MachineCertificates, OwnAuthority];
