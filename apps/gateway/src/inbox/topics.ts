/** Data a machine sends, which is stored. */
export interface DataTopic {
  readonly kind: 'telemetry' | 'attributes';
  /** Old readings replayed, whose times the clock check lets pass. */
  readonly isHistory: boolean;
}

/** What a machine asks, or answers, under a number that it or the platform chose. */
export interface TalkTopic {
  readonly kind: 'attributes-request' | 'command-answer' | 'server-call';
  readonly number: number;
  /** Where the answer goes; empty where none is due. */
  readonly answerTopic: string;
}

/** What a topic, or a path of the HTTP door, means. */
export type Topic = DataTopic | TalkTopic;

/** Whether a topic brings data. */
export function isData(topic: Topic): topic is DataTopic {
  return topic.kind === 'telemetry' || topic.kind === 'attributes';
}

const TELEMETRY: DataTopic = { kind: 'telemetry', isHistory: false };
const ATTRIBUTES: DataTopic = { kind: 'attributes', isHistory: false };

const DATA_TOPICS: Readonly<Record<string, DataTopic>> = {
  'v1/devices/me/telemetry': TELEMETRY,
  'v1/devices/me/telemetry/history': { kind: 'telemetry', isHistory: true },
  'v1/devices/me/attributes': ATTRIBUTES,
  'v2/t': TELEMETRY,
  'v2/t/j': TELEMETRY,
  'v2/a': ATTRIBUTES,
  'v2/a/j': ATTRIBUTES,
};

/** The three ways in which ThingsBoard writes its topics: whole, short, and short with the word that the payload is JSON, which it always is here. */
const WAYS = [
  { updates: 'v1/devices/me/attributes', asking: 'v1/devices/me/attributes/request/', asked: 'v1/devices/me/attributes/response/', calling: 'v1/devices/me/rpc/request/', answering: 'v1/devices/me/rpc/response/' },
  { updates: 'v2/a/j', asking: 'v2/a/req/j/', asked: 'v2/a/res/j/', calling: 'v2/r/req/j/', answering: 'v2/r/res/j/' },
  { updates: 'v2/a', asking: 'v2/a/req/', asked: 'v2/a/res/', calling: 'v2/r/req/', answering: 'v2/r/res/' },
] as const;

const NUMBER = /^\d{1,10}$/;
const HIGHEST_NUMBER = 2 ** 31 - 1;

/** The number at the end of a topic. */
function numberAfter(prefix: string, topic: string): number | undefined {
  const text = topic.slice(prefix.length);
  const number = Number(text);
  return NUMBER.test(text) && number <= HIGHEST_NUMBER ? number : undefined;
}

function talkTopic(topic: string): TalkTopic | undefined {
  for (const { asking, asked, calling, answering } of WAYS) {
    if (topic.startsWith(asking)) return talk('attributes-request', asking, topic, asked);
    if (topic.startsWith(calling)) return talk('server-call', calling, topic, answering);
    if (topic.startsWith(answering)) return talk('command-answer', answering, topic, '');
  }
  return undefined;
}

function talk(kind: TalkTopic['kind'], prefix: string, topic: string, answers: string): TalkTopic | undefined {
  const number = numberAfter(prefix, topic);
  return number === undefined ? undefined : { kind, number, answerTopic: answers && `${answers}${number}` };
}

/** The topics a machine may publish to, as ThingsBoard names them, and one more for history. */
export function publishTopic(topic: string): Topic | undefined {
  return Object.hasOwn(DATA_TOPICS, topic) ? DATA_TOPICS[topic] : talkTopic(topic);
}

/** Filters under which a machine hears that it is asked for another state, the first of these that it has. */
export const UPDATE_FILTERS: readonly string[] = WAYS.map(({ updates }) => updates);

/** Filters under which it hears commands, each with the topic that a command's number is put behind. */
export const COMMAND_FILTERS: ReadonlyMap<string, string> = new Map(WAYS.map(({ calling }) => [`${calling}+`, calling]));

const SUBSCRIBABLE = new Set(WAYS.flatMap(({ updates, asked, calling, answering }) => [updates, `${asked}+`, `${calling}+`, `${answering}+`]));

/** Whether a machine may listen there: only to what is its own. */
export function isSubscribable(filter: string): boolean {
  return SUBSCRIBABLE.has(filter);
}

/** The filter that a topic with a number behind it matches. */
export function filterOf(topic: string): string {
  return topic.replace(/[^/]+$/, '+');
}
