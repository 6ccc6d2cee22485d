import { decodeClientDataJSON } from '@simplewebauthn/server/helpers';

/**
 * The challenge that a browser says it answers; null where it says none, or says that another site has our page in a frame. Everything
 * else of what it says is checked by the library, to which a frame of a browser that does not name the outer page is all right.
 * @param clientData clientDataJSON in base64url @see W3C Web Authentication Level 3, 5.8.1
 */
export function answeredChallenge(clientData: string): string | null {
  try {
    const { challenge, crossOrigin } = decodeClientDataJSON(clientData);
    return typeof challenge === 'string' && crossOrigin !== true ? challenge : null;
  } catch {
    return null;
  }
}
