import { invalid } from './errors.js';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A company's id (uuid). */
export type TenantId = Branded<'TenantId'>;
/** A person's id (uuid). */
export type UserId = Branded<'UserId'>;
/** A machine's id (uuid). */
export type DeviceId = Branded<'DeviceId'>;
/** A subscription's id (uuid): one company's use of one app. */
export type SubscriptionId = Branded<'SubscriptionId'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text is a lower-case uuid. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

const parser =
  <Id extends string>(what: string) =>
  (text: string): Id => {
    if (!isUuid(text)) throw invalid('ID.MALFORMED', `Not a ${what} id.`, { what });
    return text as Id;
  };

/** Reads a company id. @throws AppError (invalid) ID.MALFORMED */
export const tenantId = parser<TenantId>('tenant');
/** Reads a person's id. @throws AppError (invalid) ID.MALFORMED */
export const userId = parser<UserId>('user');
/** Reads a machine's id. @throws AppError (invalid) ID.MALFORMED */
export const deviceId = parser<DeviceId>('device');
/** Reads a subscription's id. @throws AppError (invalid) ID.MALFORMED */
export const subscriptionId = parser<SubscriptionId>('subscription');
