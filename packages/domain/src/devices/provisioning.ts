import { invalid } from '@tenon/kernel';
import { isTokenGuessable, isTokenShaped } from './device-token.js';
import { childName } from './gateway-mode.js';

/** What a machine wants to be let in by: a token of its own choice or one that is made for it, what MQTT's CONNECT has beside a client's id, or its certificate. */
export type WantedCredentials =
  | { readonly type: 'ACCESS_TOKEN'; readonly token: string | null }
  | { readonly type: 'MQTT_BASIC'; readonly clientId: string | null; readonly userName: string; readonly password: string }
  | { readonly type: 'X509_CERTIFICATE'; readonly certificate: string };

/** A machine's request to be let in, by a company's key. */
export interface ProvisioningRequest {
  readonly key: string;
  readonly secret: string;
  /** Null where one is to be made. */
  readonly name: string | null;
  readonly wantsGateway: boolean;
  readonly credentials: WantedCredentials;
}

const SHORTEST_PASSWORD = 16;
const LONGEST_TEXT = 256;
/** More than a certificate with the longest key has. */
const LONGEST_CERTIFICATE = 16_384;

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  } catch {
    // Said below, as for JSON that is no object.
  }
  throw invalid('PROVISION.BAD_JSON', 'The request is not a JSON object.');
}

function textOf(fields: Fields, name: string): string | null {
  const value = fields[name];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string' && value.length <= LONGEST_TEXT && !/\p{Cc}|\p{Cs}/u.test(value)) return value;
  throw invalid('PROVISION.BAD_JSON', `"${name}" is not a text of up to ${LONGEST_TEXT} characters.`, { field: name });
}

function demanded(fields: Fields, name: string): string {
  const text = textOf(fields, name);
  if (text === null) throw invalid('PROVISION.BAD_JSON', `"${name}" is missing.`, { field: name });
  return text;
}

function tokenOf(fields: Fields): WantedCredentials {
  const token = textOf(fields, 'token');
  if (token !== null && (!isTokenShaped(token) || isTokenGuessable(token))) {
    throw invalid('PROVISION.WEAK_TOKEN', 'The token is to have 20 to 64 letters, digits, hyphens and underscores, eight of them different.');
  }
  return { type: 'ACCESS_TOKEN', token };
}

function basicOf(fields: Fields): WantedCredentials {
  const [clientId, userName, password] = [textOf(fields, 'clientId'), demanded(fields, 'username'), demanded(fields, 'password')];
  // It is kept as a digest that costs nothing to reckon, as tokens are: it must not be one that can be tried.
  if (password.length < SHORTEST_PASSWORD || isTokenGuessable(password)) throw invalid('PROVISION.WEAK_PASSWORD', `The password is to have ${SHORTEST_PASSWORD} characters or more, eight of them different.`);
  return { type: 'MQTT_BASIC', clientId, userName, password };
}

/** PEM, or what stands between its first and last line, as ThingsBoard's devices send it. */
function certificateOf({ hash }: Fields): WantedCredentials {
  if (typeof hash !== 'string' || hash === '' || hash.length > LONGEST_CERTIFICATE) throw invalid('PROVISION.BAD_CERTIFICATE', `"hash" is the machine's certificate in PEM, of up to ${LONGEST_CERTIFICATE} characters.`);
  return { type: 'X509_CERTIFICATE', certificate: hash };
}

function credentialsOf(fields: Fields): WantedCredentials {
  const type = textOf(fields, 'credentialsType') ?? 'ACCESS_TOKEN';
  if (type === 'ACCESS_TOKEN') return tokenOf(fields);
  if (type === 'MQTT_BASIC') return basicOf(fields);
  if (type === 'X509_CERTIFICATE') return certificateOf(fields);
  throw invalid('PROVISION.CREDENTIALS_NOT_SUPPORTED', `Credentials of the type ${type.slice(0, 40)} are NOT SUPPORTED here; ACCESS_TOKEN, MQTT_BASIC and X509_CERTIFICATE are.`, { type: type.slice(0, 40) });
}

/**
 * What a machine asks, in ThingsBoard's words.
 * @throws AppError (invalid) PROVISION.BAD_JSON, PROVISION.WEAK_TOKEN, PROVISION.WEAK_PASSWORD, PROVISION.BAD_CERTIFICATE, PROVISION.CREDENTIALS_NOT_SUPPORTED; CHILD.BAD_NAME
 * @see https://thingsboard.io/docs/reference/mqtt-api/provisioning/
 */
export function readProvisioningRequest(text: string): ProvisioningRequest {
  const fields = fieldsOf(text);
  const name = textOf(fields, 'deviceName');
  return {
    key: demanded(fields, 'provisionDeviceKey'),
    secret: demanded(fields, 'provisionDeviceSecret'),
    name: name === null ? null : childName(name),
    wantsGateway: fields['gateway'] === true,
    credentials: credentialsOf(fields),
  };
}

/** User name and password as one text, of which a digest is kept; with the client's id where only that client is to be let in. No token is like it. */
export function basicCredential({ clientId, userName, password }: { readonly clientId: string | null; readonly userName: string; readonly password: string }): string {
  return `mqtt-basic ${JSON.stringify([clientId, userName, password])}`;
}

/** What stands against using a key. */
export type KeyState = 'active' | 'revoked' | 'expired' | 'used-up';

/** How a key stands at an instant. */
export function provisioningKeyState(key: { readonly revokedAtMs: number | null; readonly expiresAtMs: number | null; readonly mostUses: number | null; readonly usedCount: number }, nowMs: number): KeyState {
  if (key.revokedAtMs !== null) return 'revoked';
  if (key.expiresAtMs !== null && key.expiresAtMs <= nowMs) return 'expired';
  return key.mostUses !== null && key.usedCount >= key.mostUses ? 'used-up' : 'active';
}
