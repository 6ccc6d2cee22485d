/** What a topic, or a path of the HTTP door, means. */
export interface Topic {
  readonly kind: 'telemetry' | 'attributes';
  /** Old readings replayed, whose times the clock check lets pass. */
  readonly isHistory: boolean;
}

const TOPICS: Readonly<Record<string, Topic>> = {
  'v1/devices/me/telemetry': { kind: 'telemetry', isHistory: false },
  'v1/devices/me/telemetry/history': { kind: 'telemetry', isHistory: true },
  'v1/devices/me/attributes': { kind: 'attributes', isHistory: false },
};

/** The topics a machine may publish to, as ThingsBoard names them, and one more for history. */
export function publishTopic(topic: string): Topic | undefined {
  return Object.hasOwn(TOPICS, topic) ? TOPICS[topic] : undefined;
}

const SUBSCRIBABLE = new Set([
  'v1/devices/me/attributes',
  'v1/devices/me/attributes/response/+',
  'v1/devices/me/rpc/request/+',
  'v1/devices/me/rpc/response/+',
]);

/** Whether a machine may listen there: only to what is its own. */
export function isSubscribable(filter: string): boolean {
  return SUBSCRIBABLE.has(filter);
}
