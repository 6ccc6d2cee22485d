import type { RefusalRecorder } from '@tenon/devices/ingest';
import type { AppError } from '@tenon/kernel';
import { unknownTopic, type Inbox } from '../inbox/inbox.js';
import { publishTopic } from '../inbox/topics.js';
import type { Client } from './client.js';

/** The messages of clients whose connection broke: sent in their name at once, or after the delay they asked for unless they come back. */
export class Wills {
  private readonly waiting = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly inbox: Inbox,
    private readonly refusals: RefusalRecorder,
  ) {}

  /** Sends what a client left, now or later; a client that said DISCONNECT left nothing. */
  execute({ key, will, device, session }: Client): void {
    if (!will) return;
    const send = (): void => {
      this.waiting.delete(key);
      const topic = publishTopic(will.topic);
      const done = (error: AppError | null): void => {
        if (error) this.refusals.record({ device, door: 'mqtt', sample: will.payload, error });
      };
      if (topic) this.inbox.put({ device, topic, bytes: will.payload, start: 0, end: will.payload.length }, done);
      else done(unknownTopic(will.topic));
    };
    // The delay ends with the session at the latest. @see MQTT 5.0, section 3.1.3.2.2
    const delayMs = Math.min(will.delayMs, session.expiryMs);
    if (delayMs === 0) return send();
    this.waiting.set(key, setTimeout(send, delayMs).unref());
  }

  /** The client is back. */
  cancel(key: string): void {
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
  }

  close(): void {
    for (const key of [...this.waiting.keys()]) this.cancel(key);
  }
}
