import { encodeCBOR, type CBORType } from '@levischuck/tiny-cbor';
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What a browser page sees of an authenticator made of software; bytes are in base64url. */
export interface MadeCredential {
  readonly credentialId: string;
  readonly clientData: string;
  readonly attestation: string;
}

export interface GivenAssertion {
  readonly credentialId: string;
  readonly clientData: string;
  readonly authenticatorData: string;
  readonly signature: string;
}

/** Where a ceremony happens, and what a dishonest authenticator or page would do otherwise than an honest one. */
export interface Ceremony {
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
  readonly type?: string;
  readonly flags?: number;
  readonly signCount?: number;
  readonly crossOrigin?: boolean;
  /** What the authenticator says of its maker: nothing, where it is left out; that it signed itself; or that it is who a certificate says. */
  readonly attestation?: 'self' | { readonly certificate: Uint8Array; readonly key: KeyObject };
}

/** User present and verified (W3C Web Authentication Level 3, 6.1); attested data follows. */
const HERE = 0x05;
const ATTESTED = 0x40;

const KINDS = {
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2_048 }),
  EdDSA: () => generateKeyPairSync('ed25519'),
} as const;

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const bytes = (base64url = ''): Uint8Array => Uint8Array.from(Buffer.from(base64url, 'base64url'));

/** A public key by the labels of COSE. */
export type CoseKey = ReadonlyMap<number, number | Uint8Array>;

/** A public key as authenticators write it. @see RFC 9053, 7.1 and 7.2, and RFC 8230, 4 */
function coseOf(key: KeyObject): CoseKey {
  const { kty, x, y, n, e } = key.export({ format: 'jwk' });
  if (kty === 'EC') return new Map<number, number | Uint8Array>([[1, 2], [3, -7], [-1, 1], [-2, bytes(x)], [-3, bytes(y)]]);
  if (kty === 'RSA') return new Map<number, number | Uint8Array>([[1, 3], [3, -257], [-1, bytes(n)], [-2, bytes(e)]]);
  return new Map<number, number | Uint8Array>([[1, 1], [3, -8], [-1, 6], [-2, bytes(x)]]);
}

/** One passkey in an authenticator made of software, as the specification has it. */
export class SoftPasskey {
  readonly credentialId = randomBytes(32);
  private readonly pair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };

  constructor(kind: keyof typeof KINDS = 'ES256') {
    this.pair = KINDS[kind]();
  }

  /** The public key as browsers give it to pages: SubjectPublicKeyInfo in DER. */
  get spki(): Buffer {
    return this.pair.publicKey.export({ type: 'spki', format: 'der' });
  }

  /** @param key another one than its own, for a dishonest authenticator */
  make(ceremony: Ceremony, key: CoseKey = coseOf(this.pair.publicKey)): MadeCredential {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.credentialId.length);
    // AAGUID of nobody.
    const attested = Buffer.concat([Buffer.alloc(16), length, this.credentialId, encodeCBOR(new Map(key))]);
    const authData = Uint8Array.from(Buffer.concat([this.head({ ...ceremony, flags: ceremony.flags ?? HERE | ATTESTED }), attested]));
    const clientData = this.clientData({ type: 'webauthn.create', ...ceremony });
    const statement = new Map<string, CBORType>();
    const { attestation } = ceremony;
    if (attestation) statement.set('alg', -7).set('sig', Uint8Array.from(this.signed(authData, clientData, attestation === 'self' ? undefined : attestation.key)));
    if (attestation && attestation !== 'self') statement.set('x5c', [attestation.certificate]);
    const said = new Map<string, CBORType>([['fmt', attestation ? 'packed' : 'none'], ['attStmt', statement], ['authData', authData]]);
    return { credentialId: text(this.credentialId), clientData: text(clientData), attestation: text(encodeCBOR(said)) };
  }

  assert(ceremony: Ceremony): GivenAssertion {
    const clientData = this.clientData({ type: 'webauthn.get', ...ceremony });
    const authenticatorData = this.head(ceremony);
    return { credentialId: text(this.credentialId), clientData: text(clientData), authenticatorData: text(authenticatorData), signature: text(this.signed(authenticatorData, clientData)) };
  }

  private signed(authenticatorData: Uint8Array, clientData: Buffer, key = this.pair.privateKey): Buffer {
    return sign(key.asymmetricKeyType === 'ed25519' ? null : 'sha256', Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]), key);
  }

  private clientData({ type, challenge, origin, crossOrigin = false }: Ceremony): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin }));
  }

  private head({ rpId, flags = HERE, signCount = 0 }: Ceremony): Buffer {
    const head = Buffer.alloc(5);
    head.writeUInt8(flags, 0);
    head.writeUInt32BE(signCount, 1);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), head]);
  }
}
