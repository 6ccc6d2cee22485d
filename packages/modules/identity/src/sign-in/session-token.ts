import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The session token that a request's cookie carries, if better-auth signed it: `token.signature`, percent-encoded, the
 * signature an HMAC-SHA-256 in base64. Read here because better-auth's own look-up asks the database three times.
 * @param name the cookie's name, as better-auth chose it
 */
export function readSessionToken(cookieHeader: string, name: string, secret: string): string | null {
  const value = cookieHeader.split(/; */).find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
  if (!value) return null;
  const [token, signature] = split(value);
  if (!token || !signature) return null;
  const expected = createHmac('sha256', secret).update(token).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function split(value: string): [string, string] {
  try {
    const decoded = decodeURIComponent(value);
    const dot = decoded.lastIndexOf('.');
    return [decoded.slice(0, Math.max(dot, 0)), decoded.slice(dot + 1)];
  } catch {
    // A percent sign that encodes nothing: not a cookie of ours.
    return ['', ''];
  }
}
