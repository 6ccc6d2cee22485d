import { cose, decodeCredentialPublicKey } from '@simplewebauthn/server/helpers';

const { COSEALG, COSECRV, COSEKEYS } = cose;

/** Below this an RSA key is no key any more. Bits. @see NIST SP 800-57 Part 1, table 2 */
const LEAST_RSA_BITS = 2_048;

/** Of a coordinate on the curves that we ask for. Bytes. */
const COORDINATE = 32;

/** The algorithms that browsers are asked for, the wanted ones first. @see IANA COSE Algorithms */
export const PASSKEY_ALGORITHMS: number[] = [COSEALG.EdDSA, COSEALG.ES256, COSEALG.RS256];

const isCoordinate = (bytes?: Uint8Array): boolean => bytes?.byteLength === COORDINATE;
const isLongEnough = (modulus?: Uint8Array): boolean => modulus !== undefined && modulus.byteLength * 8 >= LEAST_RSA_BITS;

/**
 * Whether a key is what its algorithm says, on the curve and of the length that we asked for; the library looks at the algorithm's name alone.
 * @param publicKey a COSE key in CBOR
 */
export function isOfferable(publicKey: Uint8Array<ArrayBuffer>): boolean {
  const key = decodeCredentialPublicKey(publicKey);
  const algorithm = key.get(COSEKEYS.alg);
  if (cose.isCOSEPublicKeyRSA(key)) return algorithm === COSEALG.RS256 && isLongEnough(key.get(COSEKEYS.n));
  if (cose.isCOSEPublicKeyEC2(key)) return algorithm === COSEALG.ES256 && key.get(COSEKEYS.crv) === COSECRV.P256 && [key.get(COSEKEYS.x), key.get(COSEKEYS.y)].every(isCoordinate);
  return cose.isCOSEPublicKeyOKP(key) && algorithm === COSEALG.EdDSA && key.get(COSEKEYS.crv) === COSECRV.ED25519 && isCoordinate(key.get(COSEKEYS.x));
}
