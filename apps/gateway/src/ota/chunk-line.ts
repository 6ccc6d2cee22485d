import type { DeviceRef, HandOver } from '@tenon/devices/ingest';
import { readChunkSize } from '@tenon/domain/ota';
import { limited, toAppError, type AppError } from '@tenon/kernel';
import { notListening } from '../inbox/inbox.js';
import { errorTopic, responseFilters, responseTopic, type OtaTopic } from './ota-topics.js';
import type { PackageDesk } from './package-desk.js';

/** Questions of one connection that wait; beyond it they are refused, and asked again by whoever means them. */
const MOST_WAITING = 32;

/** A machine's connection, as chunks leave by it. */
export interface ChunkHearer {
  /** Sends where the machine listens under one of these. @returns resolves when its side has it, with what became of it; null where it listens under none */
  sendUnder(filters: readonly string[], topic: string, payload: string | Buffer, correlationData: Buffer | undefined): Promise<HandOver> | null;
}

/** What was asked, and who is told that it was heard. */
interface Question {
  readonly topic: OtaTopic;
  readonly text: string;
  readonly correlationData: Buffer | undefined;
  readonly done: (error: AppError | null, text: string) => void;
}

/** The chunks that one connection asks for, one after another: the next is read once the machine's side has the one before, so a slow machine holds one chunk here and not a hundred. */
export class ChunkLine {
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(
    private readonly device: DeviceRef,
    private readonly desk: PackageDesk,
    private readonly hearer: ChunkHearer,
  ) {}

  ask(question: Question): void {
    if (this.waiting >= MOST_WAITING) return this.refuse(question, limited('RATE.LIMITED', `At most ${MOST_WAITING} chunks of a machine wait at once.`, { waiting: MOST_WAITING }));
    this.waiting += 1;
    this.last = this.last.then(() => this.answer(question)).finally(() => (this.waiting -= 1));
  }

  private async answer(question: Question): Promise<void> {
    const { topic, text, correlationData, done } = question;
    try {
      const chunk = await this.desk.chunk(this.device, { kind: topic.packageKind, chunkBytes: readChunkSize(text), chunk: topic.chunk });
      const sent = this.hearer.sendUnder(responseFilters(topic), responseTopic(topic), chunk, correlationData);
      // Acknowledged before it is waited for: the machine's word on the chunk would not be read while its question is open.
      done(sent ? null : notListening(`${topic.way}/response/${topic.request}/chunk/0`), text);
      // Larger than the machine's own limit of a packet, by MQTT 5: nothing of it left.
      if ((await sent) === 'too-large') void this.hearer.sendUnder([errorTopic(topic)], errorTopic(topic), 'The chunk is larger than the packets that this machine takes.', correlationData);
    } catch (error) {
      this.refuse(question, toAppError(error));
    }
  }

  /** Says why, where ThingsBoard says it too. */
  private refuse({ topic, text, correlationData, done }: Question, error: AppError): void {
    void this.hearer.sendUnder([errorTopic(topic)], errorTopic(topic), error.message, correlationData);
    done(error, text);
  }
}
