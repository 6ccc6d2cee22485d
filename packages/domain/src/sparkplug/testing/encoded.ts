import sparkplug from 'sparkplug-payload';

type EclipseCodec = NonNullable<ReturnType<typeof sparkplug.get>>;
type EclipsePayload = Parameters<EclipseCodec['encodePayload']>[0];

const codec = sparkplug.get('spBv1.0') as EclipseCodec;

/** A payload as Eclipse Tahu's own package writes it. */
export function encoded(payload: EclipsePayload): Uint8Array {
  return codec.encodePayload(payload);
}

/** What Eclipse Tahu's own package reads. */
export function decoded(bytes: Uint8Array): ReturnType<EclipseCodec['decodePayload']> {
  return codec.decodePayload(bytes);
}
