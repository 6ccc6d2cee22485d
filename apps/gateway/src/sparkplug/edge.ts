import type { DeviceRef } from '@tenon/devices/ingest';
import { bdSeqOf, commandTopic, NodeSession, readPayload, rebirthRequest, sparkplugTopic, type Heard, type SparkplugFault, type SparkplugPayload, type SparkplugReading, type SparkplugTopic } from '@tenon/domain/sparkplug';
import { readTime } from '@tenon/domain/telemetry';
import { forbidden, invalid, toAppError, type AppError } from '@tenon/kernel';
import { DeviceQueue } from './device-queue.js';
import type { EdgeDone, EdgeLine } from './edge-line.js';
import { Lives } from './lives.js';
import { samplesOf, type Samples } from './samples.js';
import type { SparkplugParts } from './sparkplug-parts.js';
import { unpackPayload } from './unpack-payload.js';

/** Faults of a message of which nothing is taken. */
const OUTRIGHT: ReadonlySet<string> = new Set(['SPARKPLUG.NOT_BORN', 'SPARKPLUG.OTHER_NODE', 'SPARKPLUG.TOO_MANY_DEVICES']);

/** A message on its way to being stored. */
interface Message {
  readonly topic: SparkplugTopic;
  readonly heard: Heard;
  readonly size: number;
  readonly receivedAtMs: number;
  /** Which life of the node it belongs to. */
  readonly generation: number;
  readonly done: EdgeDone;
}

/** One edge node on its connection: what it publishes becomes readings of its machine and of the machines behind it, and what is to be written goes to it. */
export class Edge {
  private readonly session: NodeSession;
  private readonly lives: Lives;
  private readonly queue: DeviceQueue;
  /** Counts births and deaths of the node, so that a device that waited for its machine is not called alive behind a node that is dead. */
  private generation = 0;

  constructor(
    private readonly line: EdgeLine,
    private readonly parts: SparkplugParts,
  ) {
    this.session = new NodeSession(willNumber(line));
    this.lives = new Lives(line, parts, this.session);
    const { children } = parts;
    this.queue = new DeviceQueue({ known: (name) => children.known(line.device, name), ask: (name) => children.of(line.device, name) });
  }

  /** Takes a message, whose bytes are read before this returns. @returns how many readings it holds, as they count against the machine's rate */
  hear(topic: SparkplugTopic, bytes: Uint8Array, done: EdgeDone): number {
    const receivedAtMs = Date.now();
    this.parts.presence.seen(this.line.device, receivedAtMs);
    let payload: SparkplugPayload;
    try {
      payload = unpackPayload(bytes, this.parts.maxPayloadBytes);
    } catch (error) {
      done(toAppError(error), shownAs(topic, bytes.length));
      return 0;
    }
    const heard = this.session.hear(topic, payload, receivedAtMs);
    if (topic.device === null && heard.life) this.generation += 1;
    if (heard.asksRebirth) this.askRebirth();
    this.deliver({ topic, heard, size: bytes.length, receivedAtMs, generation: this.generation, done });
    return timesIn(heard.readings);
  }

  /** It subscribed to something. */
  subscribed(): void {
    this.lives.listen();
  }

  /** The connection is gone; and with it the node, whatever its will says. */
  end(): void {
    this.generation += 1;
    this.session.end();
    this.lives.endAll();
  }

  private deliver(message: Message): void {
    const { heard, size, topic, done } = message;
    const outright = heard.faults.find(({ code }) => OUTRIGHT.has(code));
    if (outright) {
      this.recordFaults(this.line.device, heard.faults.filter((fault) => fault !== outright), message);
      return done(asError(outright), shownAs(topic, size));
    }
    if (heard.device === null) return this.take(this.line.device, message);
    this.queue.put(heard.device, { bytes: size, run: (device) => this.take(device, message), refuse: (error) => done(error, shownAs(topic, size)) });
  }

  private take(device: DeviceRef, message: Message): void {
    const { heard, size, receivedAtMs } = message;
    const { telemetry, decode, presence } = this.parts;
    if (heard.device !== null) presence.seen(device, receivedAtMs);
    this.live(device, message);
    const taken = samplesOf(heard.readings, decode, (reading) => this.judge(device, { ...reading, receivedAtMs }));
    this.recordFaults(device, heard.faults, message);
    if (taken.samples.length === 0) return this.takeNothing(device, taken, message);
    for (const error of taken.refusals) this.record(device, error, message);
    const units = heard.life === 'born' ? taken.units : undefined;
    telemetry.submitReadings({ device, samples: taken.samples, size, receivedAtMs, units }, (error) => this.settle(device, error && this.seenFromNode(error, heard), message));
  }

  /** Nothing of it is to be stored; why, its sender hears where that is the whole of the message. */
  private takeNothing(device: DeviceRef, { refusals }: Samples, message: Message): void {
    const [first = null, ...others] = refusals;
    for (const error of others) this.record(device, error, message);
    this.settle(device, first, message);
  }

  /** What is refused stands with the machine that it concerns. */
  private settle(device: DeviceRef, error: AppError | null, message: Message): void {
    if (error) this.record(device, error, message);
    message.done(error, '', true);
  }

  /** That a device's machine was removed is no word about the node, whose connection goes on. */
  private seenFromNode(error: AppError, { device }: Heard): AppError {
    return device !== null && error.kind === 'not-found' ? forbidden('CHILD.NOT_LISTED', 'The machine behind the gateway was removed.', { name: device }) : error;
  }

  private live(device: DeviceRef, { heard, topic, generation }: Message): void {
    const name = heard.device;
    if (generation === this.generation) {
      if (name === null && heard.life) this.lives.endDevices();
      if (heard.life === 'born') this.lives.begin(name, device, topic);
      else if (heard.life === 'dead') this.lives.end(name);
    }
    this.lives.told(name, heard);
    this.lives.progress(null);
  }

  private judge(device: DeviceRef, { atMs, isHistory, receivedAtMs }: { readonly atMs: number | null; readonly isHistory: boolean; readonly receivedAtMs: number }): void {
    if (atMs !== null) readTime(atMs, receivedAtMs);
    const refusal = this.parts.telemetry.judge(device, { atMs, isHistory, receivedAtMs });
    if (refusal) throw refusal;
  }

  private askRebirth(): void {
    const { addressed } = this.session;
    if (addressed) this.line.deliver({ topic: commandTopic(addressed, null), payload: Buffer.from(rebirthRequest(Date.now())) });
    this.lives.progress(null, true);
  }

  private recordFaults(device: DeviceRef, faults: readonly SparkplugFault[], message: Message): void {
    for (const fault of faults) this.record(device, asError(fault), message);
  }

  private record(device: DeviceRef, error: AppError, { topic, size }: Message): void {
    this.parts.refusals.record({ device, door: 'mqtt', sample: shownAs(topic, size), error });
  }
}

function asError({ code, message, details }: SparkplugFault): AppError {
  return invalid(code, message, details);
}

/** What is kept of a message that was refused: its bytes are nothing that a person reads. */
function shownAs({ group, verb, node, device }: SparkplugTopic, bytes: number): string {
  return `spBv1.0/${group}/${verb}/${node}${device === null ? '' : `/${device}`} (${bytes} B)`;
}

/** The `bdSeq` of the death certificate that a node left as its will. */
function willNumber({ will }: EdgeLine): number | null {
  if (!will || sparkplugTopic(will.topic)?.verb !== 'NDEATH') return null;
  try {
    return bdSeqOf(readPayload(will.payload).metrics);
  } catch {
    // Found out at the birth, which has a number of its own.
    return null;
  }
}

/** How many instants readings speak of, one after another. */
function timesIn(readings: readonly SparkplugReading[]): number {
  let times = 0;
  let last: number | null | undefined;
  for (const { atMs } of readings) {
    if (atMs !== last) times += 1;
    last = atMs;
  }
  return times;
}
