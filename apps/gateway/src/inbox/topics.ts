import { isSparkplugFilter } from '@tenon/domain/sparkplug';
import { isOtaFilter, otaTopic, type OtaTopic } from '../ota/ota-topics.js';

/** Data a machine sends, which is stored. */
export interface DataTopic {
  readonly kind: 'telemetry' | 'attributes';
  /** Old readings replayed, whose times the clock check lets pass. */
  readonly isHistory: boolean;
}

/** What a machine asks, or answers, under a number that it or the platform chose; 0 where it says something of itself under none. */
export interface TalkTopic {
  readonly kind: 'attributes-request' | 'command-answer' | 'server-call' | 'claim';
  readonly number: number;
  /** Where the answer goes; empty where none is due. */
  readonly answerTopic: string;
}

/** What a gateway says of the machines behind it. */
export interface GatewayTopic {
  readonly kind: 'gateway';
  readonly verb: 'connect' | 'disconnect' | 'telemetry' | 'attributes' | 'attributes-request' | 'command-answer' | 'claim';
}

/** What a topic, or a path of the HTTP door, means. */
export type Topic = DataTopic | TalkTopic | GatewayTopic | OtaTopic;

/** Whether a topic brings data. */
export function isData(topic: Topic): topic is DataTopic {
  return topic.kind === 'telemetry' || topic.kind === 'attributes';
}

/** Where a gateway hears what is for the machines behind it, as ThingsBoard names it. @see https://thingsboard.io/docs/reference/gateway-mqtt-api/ */
export const GATEWAY_FILTERS = { commands: 'v1/gateway/rpc', updates: 'v1/gateway/attributes', answers: 'v1/gateway/attributes/response' } as const;

const gateway = (verb: GatewayTopic['verb']): GatewayTopic => ({ kind: 'gateway', verb });

const GATEWAY_TOPICS: Readonly<Record<string, GatewayTopic>> = {
  'v1/gateway/connect': gateway('connect'),
  'v1/gateway/disconnect': gateway('disconnect'),
  'v1/gateway/telemetry': gateway('telemetry'),
  'v1/gateway/attributes': gateway('attributes'),
  'v1/gateway/attributes/request': gateway('attributes-request'),
  'v1/gateway/rpc': gateway('command-answer'),
  'v1/gateway/claim': gateway('claim'),
};

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

/** Where a machine says by which secret another company may take it over. */
const CLAIM_TOPIC = 'v1/devices/me/claim';
const CLAIM: TalkTopic = { kind: 'claim', number: 0, answerTopic: '' };

const NUMBER = /^\d{1,10}$/;
const HIGHEST_NUMBER = 2 ** 31 - 1;

/** The number at the end of a topic. */
function numberAfter(prefix: string, topic: string): number | undefined {
  const text = topic.slice(prefix.length);
  const number = Number(text);
  return NUMBER.test(text) && number <= HIGHEST_NUMBER ? number : undefined;
}

function talkTopic(topic: string): TalkTopic | undefined {
  if (topic === CLAIM_TOPIC) return CLAIM;
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
  if (Object.hasOwn(DATA_TOPICS, topic)) return DATA_TOPICS[topic];
  return Object.hasOwn(GATEWAY_TOPICS, topic) ? GATEWAY_TOPICS[topic] : (talkTopic(topic) ?? otaTopic(topic));
}

/** Filters under which a machine hears that it is asked for another state, the first of these that it has. */
export const UPDATE_FILTERS: readonly string[] = WAYS.map(({ updates }) => updates);

/** Filters under which it hears commands, each with the topic that a command's number is put behind. */
export const COMMAND_FILTERS: ReadonlyMap<string, string> = new Map(WAYS.map(({ calling }) => [`${calling}+`, calling]));

const SUBSCRIBABLE = new Set<string>([...WAYS.flatMap(({ updates, asked, calling, answering }) => [updates, `${asked}+`, `${calling}+`, `${answering}+`]), ...Object.values(GATEWAY_FILTERS)]);

/** Whether a machine may listen there: only to what is its own. */
export function isSubscribable(filter: string): boolean {
  return SUBSCRIBABLE.has(filter) || isOtaFilter(filter) || isSparkplugFilter(filter);
}

/** The filter that a topic with a number behind it matches. */
export function filterOf(topic: string): string {
  return topic.replace(/[^/]+$/, '+');
}
