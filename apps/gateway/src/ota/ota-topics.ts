import type { OtaKind } from '@tenon/domain/ota';

/** A machine asks for a chunk of a package's file. */
export interface OtaTopic {
  readonly kind: 'ota';
  readonly packageKind: OtaKind;
  /** The number that the machine gave this download. */
  readonly request: string;
  readonly chunk: number;
  /** How its topics begin. */
  readonly way: 'v2/fw' | 'v2/sw';
}

/** As ThingsBoard names them. @see https://thingsboard.io/docs/reference/mqtt-api/#firmware-api */
const WAYS = { 'v2/fw': 'firmware', 'v2/sw': 'software' } as const satisfies Readonly<Record<string, OtaKind>>;
const REQUEST = /^(v2\/(?:fw|sw))\/request\/(\d{1,20})\/chunk\/(\d{1,9})$/;
const FILTER = /^v2\/(?:fw|sw)\/(?:error|response\/(?:\+|\d{1,20})(?:\/chunk\/(?:\+|\d{1,9}))?)$/;

export function otaTopic(topic: string): OtaTopic | undefined {
  const [, way, request, chunk] = REQUEST.exec(topic) ?? [];
  if (way !== 'v2/fw' && way !== 'v2/sw') return undefined;
  return { kind: 'ota', packageKind: WAYS[way], request: request ?? '', chunk: Number(chunk), way };
}

/** Whether a machine may listen there for packages. */
export function isOtaFilter(filter: string): boolean {
  return FILTER.test(filter);
}

/** Where a chunk goes. */
export const responseTopic = ({ way, request, chunk }: OtaTopic): string => `${way}/response/${request}/chunk/${chunk}`;
/** Where it is said why there is none. */
export const errorTopic = ({ way }: OtaTopic): string => `${way}/error`;

/**
 * Under which a machine hears a chunk, the first of these that it has. The short ones match no such topic by MQTT's own rules; ThingsBoard's client for Python listens
 * there all the same, and its platform answers.
 */
export function responseFilters({ way, request, chunk }: OtaTopic): readonly string[] {
  const ends = [`${request}/chunk/${chunk}`, `${request}/chunk/+`, `+/chunk/+`, `+/chunk/${chunk}`, request, '+'];
  return ends.map((end) => `${way}/response/${end}`);
}
