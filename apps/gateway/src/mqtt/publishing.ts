import { isUtf8 } from 'node:buffer';
import type { DeviceRef, RefusalRecorder } from '@tenon/devices/ingest';
import { sparkplugTopic, type SparkplugTopic } from '@tenon/domain/sparkplug';
import { toAppError, type AppError } from '@tenon/kernel';
import { notListening, notUtf8, overRate, unknownTopic, type Inbox } from '../inbox/inbox.js';
import type { TokenBucket } from '../inbox/rate-limiter.js';
import type { Talk } from '../downlink/talk.js';
import { isData, publishTopic, type GatewayTopic, type TalkTopic, type Topic } from '../inbox/topics.js';
import { ChunkLine, type ChunkHearer } from '../ota/chunk-line.js';
import type { OtaTopic } from '../ota/ota-topics.js';
import type { PackageDesk } from '../ota/package-desk.js';
import type { GatewayMessages, SpeakingGateway } from '../children/gateway-messages.js';
import type { EdgeDone } from '../sparkplug/edge-line.js';
import { AckQueue, type Unacknowledged } from './ack-queue.js';
import { saysHistory, type ConnectTerms } from './connect-rules.js';
import type { Connection } from './connection.js';
import type { MqttSettings } from './door-settings.js';
import type { ProtocolVersion } from './protocol-version.js';
import type { Publish } from './publish-packet.js';
import { ProtocolFault, REASON } from './reason.js';
import { disconnectReason, publishReason } from './refusal-reason.js';
import type { Session } from './session.js';
import { TopicAliases } from './topic-aliases.js';

export interface PublishingParts {
  readonly connection: Connection;
  readonly version: ProtocolVersion;
  readonly device: DeviceRef;
  readonly session: Session;
  readonly terms: ConnectTerms;
  readonly settings: MqttSettings;
  readonly inbox: Inbox;
  readonly talk: Talk;
  readonly packages: PackageDesk;
  readonly gatewayMessages: GatewayMessages;
  readonly refusals: RefusalRecorder;
  /** The machine's share of messages a second. */
  readonly bucket: TokenBucket;
  /** Calls {@link Publishing.flush} once, after whatever is being told now. */
  readonly flushSoon: (publishing: Publishing) => void;
}

/** Whoever publishes. */
export interface Publisher extends ChunkHearer {
  /** Answers what the machine asked. @returns whether it listens for the answer */
  answer(topic: string, payload: string, correlationData: Buffer | undefined): boolean;
  /** What it is where it speaks for others. */
  gateway(): SpeakingGateway;
  /** Hears it as an edge node. @returns how many readings the message holds */
  hearEdge(topic: SparkplugTopic, bytes: Uint8Array, done: EdgeDone): number;
  /** Ends the connection: the client must send again what was not acknowledged. */
  disconnect(reason: number): void;
}

const SAMPLE_BYTES = 1_024;

/** What one client publishes: into the inbox, and its acknowledgements back after COMMIT, in order. */
export class Publishing {
  private readonly acks: AckQueue;
  private readonly aliases: TopicAliases;
  private unanswered = 0;
  private answered: (() => void) | null = null;
  /** QoS 2 messages that came on this connection and were not released. */
  private incoming = 0;
  /** Says in a session which messages came on this connection, and keeps nothing of it alive. */
  private readonly origin = {};
  // Few machines fetch a package at a time.
  private chunks: ChunkLine | null = null;

  constructor(
    private readonly parts: PublishingParts,
    private readonly publisher: Publisher,
  ) {
    this.acks = new AckQueue(parts.version);
    this.aliases = new TopicAliases(parts.settings.topicAliasMaximum);
  }

  /** Takes one PUBLISH. @throws ProtocolFault */
  take(bytes: Buffer, publish: Publish): void {
    const name = this.aliases.resolve(publish.topic, publish.properties?.topicAlias);
    if (publish.qos === 2 && this.isRepeated(publish.packetId)) {
      this.charge();
      return this.holdWhenFull();
    }
    if (publish.qos > 0) this.checkReceiveMaximum();
    const entry = publish.qos === 0 ? null : this.acks.open(publish.packetId, publish.qos === 1 ? 'puback' : 'pubrec');
    if (publish.qos === 2) this.open(publish.packetId);
    this.unanswered += 1;
    this.put(bytes, publish, this.topicOf(name, publish), entry);
    if (this.parts.version !== 5 || publish.qos === 0) this.holdWhenFull();
  }

  /** Acknowledges a message that nobody reads, so that its client does not send it for ever. */
  skip({ packetId, qos }: Pick<Publish, 'packetId' | 'qos'>): void {
    if (qos === 0) return;
    this.acks.open(packetId, qos === 1 ? 'puback' : 'pubrec').reason = REASON.success;
    this.flush();
  }

  /** Takes one PUBREL: the client knows, and may use the id again. @returns whether there was such a message */
  release(packetId: number): boolean {
    const { incoming } = this.parts.session;
    if (incoming.get(packetId)?.origin === this.origin) this.incoming -= 1;
    return incoming.delete(packetId);
  }

  /** Counts a packet that is no message against the machine's rate; beyond it the connection is read more slowly. */
  charge(): void {
    const waitMs = this.parts.bucket.take(Date.now());
    if (waitMs > 0) this.slowDown(waitMs);
  }

  /** Sends the acknowledgements that are due. */
  flush(): void {
    const { connection, settings } = this.parts;
    for (const bytes of this.acks.take()) connection.write(bytes);
    if (this.unanswered <= settings.receiveMaximum / 2) connection.release('window');
    if (this.unanswered > 0 || !this.answered) return;
    const { answered } = this;
    this.answered = null;
    answered();
  }

  /** Tells once all that was taken is answered; nothing more is read meanwhile. */
  whenAnswered(answered: () => void): void {
    this.answered = answered;
    if (this.unanswered === 0) this.flush();
  }

  private topicOf(name: string, { properties }: Publish): Topic | SparkplugTopic | undefined {
    const topic = publishTopic(name);
    if (!topic) return sparkplugTopic(name);
    if (topic.kind !== 'telemetry' || topic.isHistory) return topic;
    const isHistory = this.parts.terms.isHistory || (properties !== undefined && saysHistory(properties.userProperties));
    return isHistory ? { ...topic, isHistory } : topic;
  }

  private put(bytes: Buffer, publish: Publish, topic: Topic | SparkplugTopic | undefined, entry: Unacknowledged | null): void {
    const { settings, bucket } = this.parts;
    const { payloadStart: start, payloadEnd: end } = publish;
    const incomingId = publish.qos === 2 ? publish.packetId : 0;
    const refuse = (error: AppError): void => this.settle(entry, incomingId, error, bytes.toString('utf8', start, Math.min(end, start + SAMPLE_BYTES)));
    if (!topic) return refuse(unknownTopic(publish.topic));
    if (!this.pace(isKeptAtAnyRate(topic))) return refuse(overRate(settings.messagesPerSecond));
    const readings = this.bring(topic, publish, bytes, (error, text, isRecorded) => this.settle(entry, incomingId, error, text, isRecorded));
    if (readings > 1) bucket.owe(readings - 1);
  }

  /** Brings a message to where it belongs. @returns how many readings it holds */
  private bring(topic: Topic | SparkplugTopic, publish: Publish, bytes: Buffer, done: EdgeDone): number {
    const { inbox, device } = this.parts;
    const { payloadStart: start, payloadEnd: end } = publish;
    if ('group' in topic) return this.publisher.hearEdge(topic, bytes.subarray(start, end), done);
    if (isData(topic)) return inbox.put({ device, topic, bytes, start, end }, done);
    this.hear(topic, publish, bytes.subarray(start, end), done);
    return 1;
  }

  /** What a machine asks or answers, or says of others. It is told that it was heard before it is answered, as the answer is a message of its own. */
  private hear(topic: TalkTopic | GatewayTopic | OtaTopic, { properties }: Publish, bytes: Buffer, done: EdgeDone): void {
    const { talk, device, gatewayMessages, packages } = this.parts;
    const text = bytes.toString();
    if (topic.kind === 'ota') {
      this.chunks ??= new ChunkLine(device, packages, this.publisher);
      return this.chunks.ask({ topic, text, correlationData: properties?.correlationData, done });
    }
    if (topic.kind === 'gateway') {
      // Names of machines in GBK would come to be names in pieces.
      if (!isUtf8(bytes)) return done(notUtf8('GATEWAY.BAD_JSON', text), text);
      return gatewayMessages.hear(this.publisher.gateway(), topic, text, (error, isRecorded) => done(error, text, isRecorded));
    }
    talk.hear(device, topic, text).then(
      (payload) => {
        const isHeard = payload === null || this.publisher.answer(topic.answerTopic, payload, properties?.correlationData);
        done(isHeard ? null : notListening(topic.answerTopic), text);
      },
      (error: unknown) => done(toAppError(error), text),
    );
  }

  /**
   * Holds a machine to its rate. MQTT 5 can say no to a message; before it, and for what nobody wants to lose, the connection is read more slowly.
   * @returns whether the message is taken
   */
  private pace(isKept: boolean): boolean {
    const { bucket, version } = this.parts;
    const waitMs = bucket.take(Date.now());
    if (waitMs === 0) return true;
    if (version === 5 && !isKept) {
      bucket.giveBack();
      return false;
    }
    this.slowDown(waitMs);
    return true;
  }

  private slowDown(waitMs: number): void {
    const { connection } = this.parts;
    connection.hold('rate');
    setTimeout(() => connection.release('rate'), waitMs).unref();
  }

  private settle(entry: Unacknowledged | null, incomingId: number, error: AppError | null, text = '', isRecorded = false): void {
    this.unanswered -= 1;
    if (error && !isRecorded) this.parts.refusals.record({ device: this.parts.device, door: 'mqtt', sample: text, error });
    const ending = error && this.endingFor(error, entry);
    if (incomingId !== 0) this.settleIncoming(incomingId, error);
    if (ending !== null) return this.publisher.disconnect(ending);
    if (entry) this.answer(entry, error);
    this.parts.flushSoon(this);
  }

  /** Where no acknowledgement is wanted, none is withheld. */
  private endingFor(error: AppError, entry: Unacknowledged | null): number | null {
    return error.kind === 'bug' && !entry ? null : disconnectReason(error, this.parts.version);
  }

  private answer(entry: Unacknowledged, error: AppError | null): void {
    entry.reason = error === null ? REASON.success : publishReason(error);
    if (error && this.parts.terms.wantsReasons) entry.reasonString = error.message.slice(0, 512);
  }

  /** A QoS 2 message that was refused is over with its PUBREC in MQTT 5; before, and when stored, it waits for PUBREL. */
  private settleIncoming(packetId: number, error: AppError | null): void {
    const { incoming } = this.parts.session;
    const message = incoming.get(packetId);
    if (!message) return;
    const isOver = error !== null && (this.parts.version === 5 || disconnectReason(error, this.parts.version) !== null);
    if (isOver) this.release(packetId);
    else message.isStored = true;
    for (const told of message.waiting?.splice(0) ?? []) told(error);
  }

  private open(packetId: number): void {
    this.parts.session.incoming.set(packetId, { isStored: false, origin: this.origin });
    this.incoming += 1;
  }

  /** A QoS 2 message that came before is not stored again; it is acknowledged when the first is. */
  private isRepeated(packetId: number): boolean {
    const message = this.parts.session.incoming.get(packetId);
    if (!message) return false;
    if (message.origin !== this.origin) this.incoming += 1;
    message.origin = this.origin;
    const entry = this.acks.open(packetId, 'pubrec');
    this.unanswered += 1;
    if (message.isStored) this.settle(entry, 0, null);
    else (message.waiting ??= []).push((error) => this.settle(entry, 0, error));
    return true;
  }

  /**
   * Holds a client of MQTT 5 to what it was told. Of a session that went on only what comes again on this connection counts,
   * as the client counts it. @see MQTT 5.0, section 4.9
   */
  private checkReceiveMaximum(): void {
    const { session, settings, version } = this.parts;
    const outstanding = this.acks.pubacks + this.incoming;
    if (session.incoming.size >= settings.maxIncoming || (version === 5 && outstanding >= settings.receiveMaximum)) {
      throw new ProtocolFault(REASON.receiveMaximumExceeded, `More than ${settings.receiveMaximum} messages wait for their acknowledgement.`);
    }
  }

  private holdWhenFull(): void {
    if (this.unanswered >= this.parts.settings.receiveMaximum) this.parts.connection.hold('window');
  }
}

/** History, which is sent to be kept; and what an edge node says, of which each message counts on the one before. */
function isKeptAtAnyRate(topic: Topic | SparkplugTopic): boolean {
  return 'group' in topic || (isData(topic) && topic.isHistory);
}
