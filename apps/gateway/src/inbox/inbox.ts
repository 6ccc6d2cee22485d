import { isUtf8 } from 'node:buffer';
import type { AttributeWriter, DeviceRef, PresenceRecorder } from '@tenon/devices/ingest';
import { invalid, limited, type AppError } from '@tenon/kernel';
import { weightOf, type TelemetryIngest } from '@tenon/telemetry/ingest';
import type { DataTopic } from './topics.js';
import { filterOf } from './topics.js';

/** A message as a door took it, from a machine that was let in: its payload lies in `bytes` from `start` to `end`, and is read before `put` returns. */
export interface Incoming {
  readonly device: DeviceRef;
  readonly topic: DataTopic;
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  /** The stamp of its first reading without a time, where it was set aside. */
  readonly firstStampUs?: number;
}

/** The same where it is a text already. */
export interface IncomingText extends Pick<Incoming, 'device' | 'topic'> {
  readonly text: string;
  readonly firstStampUs?: number | undefined;
}

/** Told once: `null` after COMMIT, else why the message was not stored, and its text where that is still known. */
export type Done = (error: AppError | null, text?: string) => void;

export interface InboxParts {
  readonly telemetry: TelemetryIngest;
  readonly attributes: AttributeWriter;
  readonly presence: PresenceRecorder;
}

/** Where both doors put what machines send. The doors hear what became of it, and record what was refused. */
export class Inbox {
  /** Attribute messages that were stored, and when the last one was, in milliseconds since 1970. */
  readonly attributesStored: { messages: number; storedAtMs: number | null } = { messages: 0, storedAtMs: null };

  constructor(private readonly parts: InboxParts) {}

  /** @returns how many readings the message holds, as they count against the machine's rate; at least 1 where it was taken */
  put({ device, topic, bytes, start, end, firstStampUs }: Incoming, done: Done): number {
    if (topic.kind === 'telemetry' && firstStampUs === undefined && this.putFamiliar({ device, topic, bytes, start, end }, done)) return 1;
    const text = bytes.toString('utf8', start, end);
    // What is no UTF-8 shows itself by replacement characters; only then is it worth looking twice.
    if (text.includes(REPLACEMENT) && !isUtf8(bytes.subarray(start, end))) {
      this.parts.presence.seen(device, Date.now());
      done(notUtf8(topic.kind === 'attributes' ? 'ATTRIBUTE.BAD_JSON' : 'TELEMETRY.BAD_JSON', text), text);
      return 0;
    }
    return this.putText({ device, topic, text, firstStampUs }, done);
  }

  /** Takes one reading of numbers that its machine writes as it wrote one before, which is nearly all that comes. */
  private putFamiliar({ device, topic: { isHistory }, bytes, start, end }: Incoming, done: Done): boolean {
    const receivedAtMs = Date.now();
    if (!this.parts.telemetry.submitFamiliar({ device, bytes, start, end, receivedAtMs, isHistory }, done)) return false;
    this.parts.presence.seen(device, receivedAtMs);
    return true;
  }

  /** The same of a text. */
  putText({ device, topic, text, firstStampUs }: IncomingText, done: Done): number {
    const { presence, telemetry } = this.parts;
    const receivedAtMs = Date.now();
    presence.seen(device, receivedAtMs);
    if (topic.kind === 'telemetry') return telemetry.submit({ device, text, receivedAtMs, isHistory: topic.isHistory, firstStampUs }, done);
    this.putAttributes(device, text, done);
    return 1;
  }

  /** They share the bound on what is taken and not yet committed. */
  private putAttributes(device: DeviceRef, text: string, done: Done): void {
    const { attributes, telemetry: { pressure } } = this.parts;
    const weight = weightOf(text.length, 1, 0);
    pressure.add(weight);
    attributes.submit(device, text, (error) => {
      pressure.remove(weight);
      if (!error) {
        this.attributesStored.messages += 1;
        this.attributesStored.storedAtMs = Date.now();
      }
      done(error, error ? text : undefined);
    });
  }
}

const REPLACEMENT = '\ufffd';

/** Texts in GBK are the usual case: they read as JSON, with their Chinese in pieces. */
export function notUtf8(code: string, text: string): AppError {
  const at = text.indexOf(REPLACEMENT);
  return invalid(code, `The payload is not UTF-8 text from character ${at + 1}.`, { character: at + 1, near: text.slice(at, at + 20), expected: 'UTF-8' });
}

/** The refusal of a topic that means nothing here. */
export function unknownTopic(topic: string): AppError {
  const shown = topic.slice(0, 128);
  return invalid('TOPIC.UNKNOWN', `The topic "${shown}" is not one that machines publish to.`, { topic: shown });
}

/** The refusal of a question whose answer nobody would hear. */
export function notListening(answerTopic: string): AppError {
  const filter = filterOf(answerTopic);
  return invalid('TOPIC.NOT_LISTENING', `The answer goes to "${filter}", which the machine does not listen to.`, { filter });
}

/** The refusal of a message larger than the door takes. */
export function tooLarge(bytes: number, maxBytes: number): AppError {
  return invalid('PAYLOAD.TOO_LARGE', `The message has ${bytes} bytes; at most ${maxBytes} are taken.`, { bytes, maxBytes });
}

/** The refusal of a message beyond the machine's rate. */
export function overRate(perSecond: number): AppError {
  return limited('RATE.LIMITED', `The machine sends more than ${perSecond} messages a second.`, { perSecond });
}
