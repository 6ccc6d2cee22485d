/** Verbs of an edge node, and of a device behind one, as they stand in topics. */
export const NODE_VERBS = ['NBIRTH', 'NDATA', 'NDEATH'] as const;
export const DEVICE_VERBS = ['DBIRTH', 'DDATA', 'DDEATH'] as const;

/** What an edge node publishes. */
export type SparkplugVerb = (typeof NODE_VERBS)[number] | (typeof DEVICE_VERBS)[number];

/** An edge node's name within its group: its edge node descriptor. */
export interface EdgeNode {
  readonly group: string;
  readonly node: string;
}

/** What a topic of an edge node means. */
export interface SparkplugTopic extends EdgeNode {
  readonly verb: SparkplugVerb;
  /** Null where it is the node that is spoken of. */
  readonly device: string | null;
}

/** What all topics begin with. @see Sparkplug 3.0, section 4.1, tck-id-topic-structure-namespace-a */
export const NAMESPACE = 'spBv1.0';

const LONGEST_NAME = 128;
const UNFIT = /[+#\p{Cc}\p{Surrogate}]/u;

function isName(text: string | undefined): text is string {
  return text !== undefined && text.length > 0 && text.length <= LONGEST_NAME && !UNFIT.test(text);
}

/** Reads a topic that an edge node publishes to; undefined for any other. */
export function sparkplugTopic(topic: string): SparkplugTopic | undefined {
  if (!topic.startsWith('spBv1.0/')) return undefined;
  const [, group, verb, node, device, ...more] = topic.split('/');
  if (!isName(group) || !isName(node) || more.length > 0) return undefined;
  if ((NODE_VERBS as readonly unknown[]).includes(verb)) return device === undefined ? { group, node, verb: verb as SparkplugVerb, device: null } : undefined;
  return (DEVICE_VERBS as readonly unknown[]).includes(verb) && isName(device) ? { group, node, verb: verb as SparkplugVerb, device } : undefined;
}

/** A filter under which an edge node hears commands. */
export interface CommandFilter extends EdgeNode {
  /** Whose: the node's own, or those of its devices. */
  readonly verb: 'NCMD' | 'DCMD';
  /** One device; null for the node, or all its devices. */
  readonly device: string | null;
}

/** Reads a filter on commands of one edge node: `spBv1.0/g/NCMD/n`, `…/n/#`, `spBv1.0/g/DCMD/n/#`, `…/n/+`, `…/n/d`; undefined for any other. */
export function commandFilter(filter: string): CommandFilter | undefined {
  const [, group, verb, node, last] = COMMANDS.exec(filter) ?? [];
  if (!isName(group) || !isName(node)) return undefined;
  if (verb === 'NCMD') return last === undefined || last === '#' ? { group, node, verb, device: null } : undefined;
  if (last === '#' || last === '+') return { group, node, verb: 'DCMD', device: null };
  return isName(last) ? { group, node, verb: 'DCMD', device: last } : undefined;
}

const COMMANDS = /^spBv1\.0\/([^/]+)\/(NCMD|DCMD)\/([^/]+)(?:\/([^/]+))?$/;

/** Whether an edge node may listen there: to its own commands, or to the state of host applications. Whose commands they are is said where they are sent. */
export function isSparkplugFilter(filter: string): boolean {
  return commandFilter(filter) !== undefined || /^spBv1\.0\/STATE\/(?:[^/+#]+|[+#])$/.test(filter);
}

/** The filters, of those that an edge node may have, that a topic to it matches. */
export function matchingFilters(topic: string): readonly string[] {
  const above = topic.slice(0, topic.lastIndexOf('/'));
  return [topic, `${topic}/#`, `${above}/#`, `${above}/+`].filter(isSparkplugFilter);
}

/** Where a command to a node, or to a device of it, is published. @see tck-id-topics-ncmd-topic, tck-id-topics-dcmd-topic */
export function commandTopic({ group, node }: EdgeNode, device: string | null): string {
  return device === null ? `${NAMESPACE}/${group}/NCMD/${node}` : `${NAMESPACE}/${group}/DCMD/${node}/${device}`;
}

/** Where a host application tells its state. @see tck-id-host-topic-phid-birth-topic */
export function stateTopic(hostId: string): string {
  return `${NAMESPACE}/STATE/${hostId}`;
}

/** A host application's birth, or death, certificate. @see tck-id-host-topic-phid-birth-payload, tck-id-host-topic-phid-death-payload */
export function statePayload(isOnline: boolean, atMs: number): string {
  return JSON.stringify({ online: isOnline, timestamp: atMs });
}
