import type { ClaimedCommand, DesiredChanges, DeviceRef, HandOver } from '@tenon/devices/ingest';
import { matchingFilters, type SparkplugTopic } from '@tenon/domain/sparkplug';
import type { IPublishPacket, ISubscribePacket, IUnsubscribePacket, Packet } from 'mqtt-packet';
import type { GatewayConnection } from '../children/child-line.js';
import type { CommandPost, CommandTaker } from '../downlink/command-post.js';
import type { StateHearer, StatePost } from '../downlink/state-post.js';
import { COMMAND_FILTERS, filterOf, UPDATE_FILTERS } from '../inbox/topics.js';
import type { Edge } from '../sparkplug/edge.js';
import type { EdgeDone, EdgeLine, EdgeMessage } from '../sparkplug/edge-line.js';
import type { SparkplugHost } from '../sparkplug/sparkplug-host.js';
import type { ConnectTerms } from './connect-rules.js';
import type { Connection } from './connection.js';
import type { MqttSettings } from './door-settings.js';
import type { OutgoingLine } from './outgoing.js';
import type { ProtocolVersion } from './protocol-version.js';
import type { Session } from './session.js';
import { notSubscribed, subscribe, unsubscribe } from './subscriptions.js';

export interface ReceivingParts {
  readonly connection: Connection;
  readonly version: ProtocolVersion;
  readonly device: DeviceRef;
  readonly session: Session;
  readonly terms: ConnectTerms;
  readonly settings: MqttSettings;
  readonly commands: CommandPost;
  readonly states: StatePost;
  readonly sparkplug: SparkplugHost;
}

/** What is sent beside a message. */
interface Sending {
  readonly properties?: IPublishPacket['properties'] | undefined;
  readonly expiresAtMs?: number;
  readonly done?: (outcome: HandOver) => void;
}

/** What one client receives: commands, states its machine is asked to take, and answers, each where it listens. */
export class Receiving implements CommandTaker, StateHearer, OutgoingLine, GatewayConnection, EdgeLine {
  readonly device: DeviceRef;
  /** Where it speaks Sparkplug. */
  private edge: Edge | null = null;

  /** @param onListening called when it listens elsewhere than before */
  constructor(
    private readonly parts: ReceivingParts,
    private readonly onListening: () => void,
  ) {
    this.device = parts.device;
  }

  get room(): number {
    return this.parts.session.outgoing.room;
  }

  get will(): EdgeLine['will'] {
    return this.parts.terms.will;
  }

  get toldUntil(): string {
    return this.parts.session.toldUntil ?? '0';
  }

  set toldUntil(version: string) {
    this.parts.session.toldUntil = version;
  }

  listensTo(filter: string): boolean {
    return this.parts.session.subscriptions.has(filter);
  }

  publish(topic: string, payload: string, more: Sending = {}): boolean {
    return this.send(topic, topic, payload, more);
  }

  write(bytes: Buffer): void {
    this.parts.connection.write(bytes);
  }

  /** The client was welcomed: what its session holds goes on. */
  start(): void {
    const { session, version, terms, connection } = this.parts;
    if (!connection.isOpen) return;
    session.outgoing.attach(this, { version, receiveMaximum: terms.receiveMaximum, maxPacketBytes: terms.maxPacketBytes });
    this.listen();
  }

  /** The connection ended. */
  stop(): void {
    this.parts.session.outgoing.detach(this);
    this.leave();
    this.edge?.end();
  }

  /** It is sent away: what comes for the machine from now on is not for this connection, though its end is not heard of yet. */
  leave(): void {
    const { commands, states } = this.parts;
    commands.leave(this);
    states.leave(this);
  }

  /** The gateway goes: a node that listens is told that its host does. */
  sayGoodbye(): void {
    this.parts.sparkplug.tellState(this, false);
  }

  /** What it publishes as an edge node. @returns how many readings it holds */
  hearEdge(topic: SparkplugTopic, bytes: Uint8Array, done: EdgeDone): number {
    this.edge ??= this.parts.sparkplug.edge(this);
    return this.edge.hear(topic, bytes, done);
  }

  /** The filter under which it hears this topic. */
  private filterFor(topic: string): string | undefined {
    return matchingFilters(topic).find((filter) => this.parts.session.subscriptions.has(filter));
  }

  hears(topic: string): boolean {
    return this.filterFor(topic) !== undefined;
  }

  deliver({ topic, payload, isRetained, done }: EdgeMessage): boolean {
    const filter = this.filterFor(topic);
    if (filter === undefined) return false;
    // What a host tells of itself goes with QoS 1 to whoever wants it so; commands never. @see tck-id-payloads-ncmd-qos, tck-id-host-topic-phid-birth-qos
    const qos = isRetained && (this.parts.session.subscriptions.get(filter)?.qos ?? 0) > 0 ? 1 : 0;
    this.parts.session.outgoing.send({ topic, payload, qos, ...(isRetained && { isRetained }), ...(done && { done }) });
    return true;
  }

  /** Grants and answers. Where a machine begins to hear what it is asked for, it is first looked up where it stands, so that nothing falls between. @throws ProtocolFault */
  subscribe(packet: ISubscribePacket): void {
    const { session, version, settings, states } = this.parts;
    const granted = (): Packet => subscribe(session, packet, version, settings.maxSubscriptions);
    const isNew = session.toldUntil === null && packet.subscriptions.some(({ topic }) => UPDATE_FILTERS.includes(topic));
    const topics = packet.subscriptions.map(({ topic }) => topic);
    if (!isNew) return this.subscribed(granted(), topics);
    void states.version(this.device).then(
      (told) => {
        session.toldUntil ??= told;
        this.subscribed(granted(), topics);
      },
      () => this.parts.connection.send(notSubscribed(packet), version),
    );
  }

  /** Takes back and answers. @throws ProtocolFault */
  unsubscribe(packet: IUnsubscribePacket): void {
    const { session, commands, states, connection, version } = this.parts;
    const answer = unsubscribe(session, packet);
    if (!this.commandFilter()) commands.leave(this);
    if (!this.updateFilter()) {
      states.leave(this);
      session.toldUntil = null;
    }
    this.onListening();
    connection.send(answer, version);
  }

  /** Answers what the machine asked, where it listens for the answer. @returns whether it does */
  answer(topic: string, payload: string, correlationData: Buffer | undefined): boolean {
    return this.send(topic, filterOf(topic), payload, { properties: correlationData && { correlationData } });
  }

  /** Sends under the first of these filters that it has. @returns what became of it, when the machine's side has it or never will; null where it has none of them */
  sendUnder(filters: readonly string[], topic: string, payload: string | Buffer, correlationData: Buffer | undefined): Promise<HandOver> | null {
    const filter = filters.find((one) => this.listensTo(one));
    if (filter === undefined) return null;
    const left = new Promise<HandOver>((done) => void this.send(topic, filter, payload, { properties: correlationData && { correlationData }, done }));
    return left.then(async (outcome) => {
      if (outcome === 'written') await this.parts.connection.drained();
      return outcome;
    });
  }

  take({ number, method, params, expiresAtMs }: ClaimedCommand, done: (outcome: HandOver) => void): void {
    const filter = this.commandFilter();
    const isHeard = filter !== undefined && this.send(`${COMMAND_FILTERS.get(filter) ?? ''}${number}`, filter, JSON.stringify({ method, params }), { expiresAtMs, done });
    if (!isHeard) done('lost');
  }

  tell({ values, removed }: DesiredChanges): void {
    const filter = this.updateFilter();
    if (!filter) return;
    if (Object.keys(values).length > 0) this.send(filter, filter, JSON.stringify(values), {});
    if (removed.length > 0) this.send(filter, filter, JSON.stringify({ deleted: removed }), {});
  }

  private subscribed(answer: Packet, topics: readonly string[]): void {
    const { connection, version, sparkplug } = this.parts;
    connection.send(answer, version);
    if (!connection.isOpen) return;
    this.listen();
    this.edge?.subscribed();
    // As what a broker retains, with each subscription.
    if (topics.some((topic) => topic.startsWith('spBv1.0/STATE/'))) sparkplug.tellState(this, true);
  }

  private listen(): void {
    if (this.commandFilter()) this.parts.commands.listen(this);
    if (this.updateFilter()) this.parts.states.listen(this);
    this.onListening();
  }

  private send(topic: string, filter: string, payload: string | Buffer, { properties, ...rest }: Sending): boolean {
    const { session } = this.parts;
    const subscription = session.subscriptions.get(filter);
    if (!subscription) return false;
    const { qos, identifier } = subscription;
    session.outgoing.send({ topic, payload, qos, properties: { ...properties, ...(identifier !== undefined && { subscriptionIdentifier: identifier }) }, ...rest });
    return true;
  }

  private commandFilter(): string | undefined {
    const { subscriptions } = this.parts.session;
    return [...COMMAND_FILTERS.keys()].find((filter) => subscriptions.has(filter));
  }

  private updateFilter(): string | undefined {
    const { subscriptions } = this.parts.session;
    return UPDATE_FILTERS.find((filter) => subscriptions.has(filter));
  }
}
