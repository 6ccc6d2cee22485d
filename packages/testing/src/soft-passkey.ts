import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What a browser page sees of an authenticator made of software; bytes are in base64url. */
export interface MadeCredential {
  readonly clientData: string;
  readonly authenticatorData: string;
  readonly publicKey: string;
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
}

/** User present and verified (W3C Web Authentication Level 3, 6.1); attested data follows. */
const HERE = 0x05;
const ATTESTED = 0x40;

const KINDS = {
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2_048 }),
  EdDSA: () => generateKeyPairSync('ed25519'),
} as const;

const text = (bytes: Buffer): string => bytes.toString('base64url');

/** One passkey in an authenticator made of software, as the specification has it. */
export class SoftPasskey {
  readonly credentialId = randomBytes(32);
  private readonly pair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };

  constructor(kind: keyof typeof KINDS = 'ES256') {
    this.pair = KINDS[kind]();
  }

  make(ceremony: Ceremony): MadeCredential {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.credentialId.length);
    // AAGUID of nobody; what the public key is in CBOR, which follows here, is not looked at.
    const attested = Buffer.concat([Buffer.alloc(16), length, this.credentialId]);
    const head = this.head({ ...ceremony, flags: ceremony.flags ?? HERE | ATTESTED });
    return {
      clientData: text(this.clientData({ type: 'webauthn.create', ...ceremony })),
      authenticatorData: text(Buffer.concat([head, attested])),
      publicKey: text(this.pair.publicKey.export({ type: 'spki', format: 'der' })),
    };
  }

  assert(ceremony: Ceremony): GivenAssertion {
    const clientData = this.clientData({ type: 'webauthn.get', ...ceremony });
    const authenticatorData = this.head(ceremony);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]);
    const signature = sign(this.pair.privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256', signed, this.pair.privateKey);
    return { credentialId: text(this.credentialId), clientData: text(clientData), authenticatorData: text(authenticatorData), signature: text(signature) };
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
