import type { ChildDevices, DeviceRef, RefusalRecorder } from '@tenon/devices/ingest';
import { readByChild, readChildNamed, readClaimOffers, readGatewayAnswer, readGatewayQuestion, type SaidOfChild } from '@tenon/domain/devices';
import { invalid, toAppError, unavailable, type AppError } from '@tenon/kernel';
import type { Talk } from '../downlink/talk.js';
import { notListening, type Inbox } from '../inbox/inbox.js';
import { GATEWAY_FILTERS, type DataTopic, type GatewayTopic } from '../inbox/topics.js';
import type { ChildLines } from './child-lines.js';
import type { GatewayConnection } from './child-line.js';
import { Tally } from './tally.js';

/** A gateway that speaks, on one connection. */
export interface SpeakingGateway {
  readonly device: DeviceRef;
  readonly lines: Pick<ChildLines, 'size' | 'connect' | 'disconnect'>;
  readonly connection: GatewayConnection;
  /** Counts readings against the gateway's rate. */
  readonly charge: (readings: number) => void;
  /** Reads no more from it, and goes on, as more or less of what it said waits for machines to be added. */
  readonly slowDown: (isSlow: boolean) => void;
}

/** Told once; `isRecorded` where it was written down already, against the machine it concerns. */
export type GatewayDone = (error: AppError | null, isRecorded?: boolean) => void;

export interface GatewayMessagesParts {
  readonly children: Pick<ChildDevices, 'known' | 'of' | 'waitingOf' | 'forget'>;
  readonly inbox: Pick<Inbox, 'putText'>;
  readonly talk: Pick<Talk, 'state' | 'answer' | 'claim'>;
  readonly refusals: Pick<RefusalRecorder, 'record'>;
}

/** What a message says of one machine, on its way. */
interface PartOfMessage {
  readonly topic: DataTopic;
  readonly part: SaidOfChild;
  readonly settled: (error: AppError | null) => void;
  /** Whether it was tried before. */
  readonly isLast: boolean;
}

const DATA: Readonly<Record<'telemetry' | 'attributes', DataTopic>> = { telemetry: { kind: 'telemetry', isHistory: false }, attributes: { kind: 'attributes', isHistory: false } };
/** New machines of one gateway that wait, beyond which no more is read from it. */
const MOST_NEW_AT_ONCE = 100;
/** Machines on one connection. */
const MOST_LINES = 10_000;
/** Characters of what waits for machines to be added, of all gateways. */
const MOST_WAITING_CHARACTERS = 64 * 1_024 * 1_024;

/** What gateways say of the machines behind them, as ThingsBoard's gateway API has it. @see https://thingsboard.io/docs/reference/gateway-mqtt-api/ */
export class GatewayMessages {
  private waitingCharacters = 0;

  constructor(private readonly parts: GatewayMessagesParts) {}

  /** Takes one message; `done` is told after all of it is committed, or refused. */
  hear(gateway: SpeakingGateway, { verb }: GatewayTopic, text: string, done: GatewayDone): void {
    try {
      if (verb === 'telemetry' || verb === 'attributes') return this.takeData(gateway, DATA[verb], readByChild(text), done);
      this.talk(gateway, verb, text).then(
        () => done(null),
        (error: unknown) => done(softened(toAppError(error))),
      );
    } catch (error) {
      done(toAppError(error));
    }
  }

  private async talk(gateway: SpeakingGateway, verb: Exclude<GatewayTopic['verb'], 'telemetry' | 'attributes'>, text: string): Promise<void> {
    const { talk } = this.parts;
    if (verb === 'connect') {
      const { name, typeName } = readChildNamed(text);
      return this.connect(gateway, await this.find(gateway, { name, text }, typeName), name);
    }
    if (verb === 'disconnect') {
      const child = this.parts.children.known(gateway.device, readChildNamed(text).name.trim());
      // Who was never heard of is not there either.
      if (child) gateway.lines.disconnect(child);
      return;
    }
    if (verb === 'command-answer') {
      const { name, number, text: answer } = readGatewayAnswer(text);
      return talk.answer(await this.find(gateway, { name, text }), { number, text: answer }, gateway.device);
    }
    if (verb === 'claim') return this.claim(gateway, text);
    return this.question(gateway, text);
  }

  /** Machines that are to be taken over, each by its secret. */
  private async claim(gateway: SpeakingGateway, text: string): Promise<void> {
    for (const { name, ...offer } of readClaimOffers(text)) await this.parts.talk.claim(await this.find(gateway, { name, text }), offer, gateway.device);
  }

  private async question(gateway: SpeakingGateway, text: string): Promise<void> {
    const { talk } = this.parts;
    const { id, name, isOne, ...wanted } = readGatewayQuestion(text);
    const { client, shared } = await talk.state(await this.find(gateway, { name, text }), wanted, gateway.device);
    const values = { ...client, ...shared };
    const answer = isOne ? { value: Object.values(values)[0] } : { values };
    if (!gateway.connection.publish(GATEWAY_FILTERS.answers, JSON.stringify({ id, device: name, ...answer }))) throw notListening(GATEWAY_FILTERS.answers);
  }

  private takeData(gateway: SpeakingGateway, topic: DataTopic, said: readonly SaidOfChild[], done: GatewayDone): void {
    const tally = new Tally((error) => done(error, true));
    for (const part of said) {
      const put: PartOfMessage = { topic, part, settled: tally.part(), isLast: false };
      const known = this.parts.children.known(gateway.device, part.name);
      if (known) this.put(gateway, put, known);
      else this.findAndPut(gateway, put);
    }
    tally.close();
  }

  private findAndPut(gateway: SpeakingGateway, put: PartOfMessage): void {
    this.find(gateway, put.part).then(
      (child) => this.put(gateway, put, child),
      (thrown: unknown) => {
        const error = softened(toAppError(thrown));
        // No machine of the company's to write it down against but the gateway.
        this.parts.refusals.record({ device: gateway.device, door: 'mqtt', sample: put.part.text, error });
        put.settled(error);
      },
    );
  }

  private put(gateway: SpeakingGateway, put: PartOfMessage, child: DeviceRef): void {
    const { topic, part, settled, isLast } = put;
    const { children, inbox, refusals } = this.parts;
    this.connect(gateway, child, part.name);
    const readings = inbox.putText({ device: child, topic, text: part.text }, (error) => {
      if (error?.kind === 'not-found' && !isLast) {
        // It was removed, and nobody said so yet: it is looked for anew.
        gateway.lines.disconnect(child);
        children.forget(gateway.device.deviceId);
        return this.findAndPut(gateway, { ...put, isLast: true });
      }
      if (error) refusals.record({ device: child, door: 'mqtt', sample: part.text, error });
      settled(error && softened(error));
    });
    gateway.charge(readings);
  }

  private connect({ lines }: SpeakingGateway, child: DeviceRef, name: string): void {
    if (lines.size < MOST_LINES) lines.connect(child, name.trim());
  }

  /** Waits for the machine where it is to be added first; meanwhile a gateway that brings many is read more slowly. */
  private async find(gateway: SpeakingGateway, { name, text }: SaidOfChild, typeName?: string): Promise<DeviceRef> {
    const { children } = this.parts;
    if (this.waitingCharacters + text.length > MOST_WAITING_CHARACTERS) throw unavailable('CHILD.NOT_YET', 'Too much waits for machines to be added.');
    this.waitingCharacters += text.length;
    try {
      const found = children.of(gateway.device, name, { typeName });
      if (children.waitingOf(gateway.device) >= MOST_NEW_AT_ONCE) gateway.slowDown(true);
      return await found;
    } finally {
      this.waitingCharacters -= text.length;
      if (children.waitingOf(gateway.device) < MOST_NEW_AT_ONCE) gateway.slowDown(false);
    }
  }
}

/** That a machine behind it is gone is no reason to send the gateway away: it sends again, and the machine is looked for anew. */
function softened(error: AppError): AppError {
  if (error.kind !== 'not-found') return error;
  return error.code === 'DEVICE.NOT_FOUND' ? unavailable('CHILD.NOT_YET', 'The machine was removed meanwhile.') : invalid(error.code, error.message, error.details);
}
