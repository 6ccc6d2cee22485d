import type { Credential, DeviceDirectory, DeviceRef, RefusalRecorder } from '@tenon/devices/ingest';
import { sparkplugTopic } from '@tenon/domain/sparkplug';
import { toAppError, type AppError } from '@tenon/kernel';
import { unknownTopic, type Inbox } from '../inbox/inbox.js';
import { isData, publishTopic } from '../inbox/topics.js';
import type { Client } from './client.js';
import type { Will } from './connect-rules.js';
import type { MqttSettings } from './door-settings.js';

export interface WillParts {
  readonly inbox: Inbox;
  readonly refusals: RefusalRecorder;
  readonly directory: DeviceDirectory;
  readonly settings: Pick<MqttSettings, 'maxKeptPerMachine' | 'maxWaitingWillBytes'>;
}

interface Waiting {
  readonly key: string;
  readonly will: Will;
  readonly device: DeviceRef;
  readonly credential: Credential;
  readonly timer: NodeJS.Timeout;
}

/** The messages of clients whose connection broke: sent in their name at once, or after the delay they asked for unless they come back. */
export class Wills {
  private readonly waiting = new Map<string, Waiting>();
  private readonly countByDevice = new Map<string, number>();
  private bytes = 0;

  constructor(private readonly parts: WillParts) {}

  /** How many wait for the end of their delay. */
  get size(): number {
    return this.waiting.size;
  }

  /** Sends what a client left, now or later; a client that said DISCONNECT left nothing. */
  execute({ key, will, device, credential, session }: Client): void {
    if (!will) return;
    // The delay ends with the session at the latest. @see MQTT 5.0, section 3.1.3.2.2
    const delayMs = Math.min(will.delayMs, session.expiryMs);
    if (delayMs === 0 || !this.isRoomFor(will, device)) return this.send(will, device);
    const waiting: Waiting = { key, will, device, credential, timer: setTimeout(() => void this.sendLate(waiting), delayMs).unref() };
    this.waiting.set(key, waiting);
    this.count(waiting, 1);
  }

  /** The client is back. */
  cancel(key: string): void {
    const waiting = this.waiting.get(key);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.waiting.delete(key);
    this.count(waiting, -1);
  }

  close(): void {
    for (const key of [...this.waiting.keys()]) this.cancel(key);
  }

  private isRoomFor({ payload }: Will, { deviceId }: DeviceRef): boolean {
    const { maxKeptPerMachine, maxWaitingWillBytes } = this.parts.settings;
    return (this.countByDevice.get(deviceId) ?? 0) < maxKeptPerMachine && this.bytes + payload.length <= maxWaitingWillBytes;
  }

  private count({ device: { deviceId }, will }: Waiting, difference: 1 | -1): void {
    this.bytes += difference * will.payload.length;
    const count = (this.countByDevice.get(deviceId) ?? 0) + difference;
    if (count === 0) this.countByDevice.delete(deviceId);
    else this.countByDevice.set(deviceId, count);
  }

  /** While it waited its token may have been revoked, its machine removed or its company suspended; then there is nobody to speak for. */
  private async sendLate(waiting: Waiting): Promise<void> {
    const { key, will, device, credential } = waiting;
    const refusal = await this.judge(credential);
    if (this.waiting.get(key) !== waiting) return;
    this.cancel(key);
    if (refusal) this.refuse(will, device, refusal);
    else this.send(will, device);
  }

  private async judge(credential: Credential): Promise<AppError | null> {
    try {
      const admission = await this.parts.directory.admitBy(credential);
      return admission.isAdmitted ? null : admission.error;
    } catch (error) {
      return toAppError(error);
    }
  }

  private send(will: Will, device: DeviceRef): void {
    // An edge node's death certificate: that its connection is gone was heard already, and says as much.
    if (sparkplugTopic(will.topic)?.verb === 'NDEATH') return;
    const topic = publishTopic(will.topic);
    if (!topic || !isData(topic)) return this.refuse(will, device, unknownTopic(will.topic));
    this.parts.inbox.put({ device, topic, bytes: will.payload, start: 0, end: will.payload.length }, (error) => {
      if (error) this.refuse(will, device, error);
    });
  }

  private refuse(will: Will, device: DeviceRef, error: AppError): void {
    this.parts.refusals.record({ device, door: 'mqtt', sample: will.payload, error });
  }
}
