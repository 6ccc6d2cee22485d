import { invalid } from '@tenon/kernel';

/** What a gateway says of one machine, as the text that the machine itself would have sent. */
export interface SaidOfChild {
  readonly name: string;
  readonly text: string;
}

/** What a gateway asks of one machine: keys of each side, null for all, absent for none. */
export interface GatewayQuestion {
  readonly id: number;
  readonly name: string;
  readonly client?: readonly string[] | null;
  readonly shared?: readonly string[] | null;
  /** Asked for one key by its name: answered as `value`, not as `values`. */
  readonly isOne: boolean;
}

/** What a machine behind a gateway answers to a command. */
export interface GatewayAnswer {
  readonly number: number;
  readonly name: string;
  readonly text: string;
}

/** Machines in one message: a gateway's whole hall. */
const MOST_MACHINES = 1_000;
const MOST_KEYS = 500;
const HIGHEST_NUMBER = 2 ** 31 - 1;

type Fields = Readonly<Record<string, unknown>>;

function bad(expected: string): never {
  throw invalid('GATEWAY.BAD_JSON', `The payload is not as gateways write it: ${expected}.`, { expected });
}

function fieldsOf(text: string, expected: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  } catch {
    // Said below, as for JSON that is no object.
  }
  return bad(expected);
}

function nameOf({ device }: Fields, expected: string): string {
  return typeof device === 'string' ? device : bad(expected);
}

function numberOf({ id }: Fields, expected: string): number {
  const number = typeof id === 'string' && /^\d{1,10}$/.test(id) ? Number(id) : id;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= HIGHEST_NUMBER ? number : bad(expected);
}

/**
 * A machine that comes, or goes, behind a gateway.
 * @throws AppError (invalid) GATEWAY.BAD_JSON
 * @see https://thingsboard.io/docs/reference/gateway-mqtt-api/
 */
export function readChildNamed(text: string): { readonly name: string; readonly typeName: string | undefined } {
  const expected = '{"device":"…"}';
  const fields = fieldsOf(text, expected);
  const { type } = fields;
  return { name: nameOf(fields, expected), typeName: typeof type === 'string' && type !== '' ? type : undefined };
}

/** What is said of each machine: readings or attributes by its name. @throws AppError (invalid) GATEWAY.BAD_JSON, GATEWAY.TOO_MANY_MACHINES */
export function readByChild(text: string): SaidOfChild[] {
  const expected = '{"<device>":…}';
  const entries = Object.entries(fieldsOf(text, expected));
  if (entries.length === 0) bad(expected);
  if (entries.length > MOST_MACHINES) throw invalid('GATEWAY.TOO_MANY_MACHINES', `A message speaks of at most ${MOST_MACHINES} machines.`, { machines: entries.length, limit: MOST_MACHINES });
  return entries.map(([name, said]) => ({ name, text: JSON.stringify(said) }));
}

function keysOf(value: unknown, expected: string): readonly string[] {
  const keys = typeof value === 'string' ? value.split(',').flatMap((key) => key.trim() || []) : value;
  if (!Array.isArray(keys) || keys.length > MOST_KEYS || keys.some((key) => typeof key !== 'string' || key.includes('\u0000'))) return bad(expected);
  return keys as string[];
}

/**
 * What a gateway asks of a machine. ThingsBoard writes it in two ways: `client` and `shared` with their keys, or one side (`client` true or false) with `key` or `keys`.
 * @throws AppError (invalid) GATEWAY.BAD_JSON
 * @see https://thingsboard.io/docs/reference/gateway-api/attributes/
 */
export function readGatewayQuestion(text: string): GatewayQuestion {
  const expected = '{"id":1,"device":"…","client":["…"],"shared":["…"]}';
  const fields = fieldsOf(text, expected);
  const asked = { id: numberOf(fields, expected), name: nameOf(fields, expected) };
  const { client, shared, key, keys } = fields;
  if (key !== undefined || keys !== undefined) {
    const wanted = key === undefined ? keysOf(keys, expected) : [typeof key === 'string' ? key : bad(expected)];
    return { ...asked, isOne: key !== undefined, ...(client === true ? { client: wanted } : { shared: wanted }) };
  }
  if (client === undefined && shared === undefined) return { ...asked, isOne: false, client: null, shared: null };
  return { ...asked, isOne: false, ...(client !== undefined && { client: keysOf(client, expected) }), ...(shared !== undefined && { shared: keysOf(shared, expected) }) };
}

/** A machine's answer to a command, given by its gateway. @throws AppError (invalid) GATEWAY.BAD_JSON */
export function readGatewayAnswer(text: string): GatewayAnswer {
  const expected = '{"device":"…","id":1,"data":…}';
  const fields = fieldsOf(text, expected);
  const { data } = fields;
  return { number: numberOf(fields, expected), name: nameOf(fields, expected), text: data === undefined ? '' : JSON.stringify(data) };
}
