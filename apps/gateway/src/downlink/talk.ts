import { readClaimOffer, type ClaimOffer } from '@tenon/domain/devices';
import { readMachineQuestion, readMachineCall, readMachineAnswer } from '@tenon/domain/control';
import type { ClaimOfferRepository, DeviceRef, MachineState, MachineStateRepository, OutgoingCommandRepository } from '@tenon/devices/ingest';
import { AppError, forbidden, notFound, unavailable } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import type { TalkTopic } from '../inbox/topics.js';
import { Turns } from './turns.js';

/** What a machine may be told of the door it uses. */
export interface DoorLimits {
  readonly maxPacketBytes: number;
  readonly messagesPerSecond: number;
  readonly receiveMaximum: number;
}

/** Statements for all machines' questions and answers at once: connections that telemetry does without. */
const MOST_AT_ONCE = 3;

/** What machines ask, and what they answer. One that asks without end has itself wait. */
export class Talk {
  private readonly turns = new Turns(MOST_AT_ONCE);

  constructor(
    private readonly parts: {
      readonly states: MachineStateRepository;
      readonly commands: OutgoingCommandRepository;
      readonly claims: ClaimOfferRepository;
      readonly limits: DoorLimits;
      readonly log: Log;
    },
  ) {}

  /**
   * Hears what a machine asks or answers. @returns what is to be told in return, null for nothing
   * @throws AppError (invalid) ATTRIBUTE.*, CALL.*, COMMAND.*, CLAIM.*; (forbidden) CLAIM.NOT_ALLOWED; (not-found) DEVICE.NOT_FOUND; (limited) RATE.LIMITED; (unavailable) DB.UNAVAILABLE
   */
  async hear(device: DeviceRef, { kind, number }: TalkTopic, text: string): Promise<string | null> {
    if (kind === 'attributes-request') return JSON.stringify(await this.state(device, readMachineQuestion(text)));
    if (kind === 'server-call') return JSON.stringify(this.call(text));
    if (kind === 'claim') await this.claim(device, readClaimOffer(text));
    else await this.answer(device, { number, text });
    return null;
  }

  /** What a machine wants to know of itself, each side only where it was asked for. @param asker whose turn it is: its gateway's, where that asks for it */
  async state(device: DeviceRef, wanted: ReturnType<typeof readMachineQuestion>, asker = device): Promise<Partial<MachineState>> {
    const state = await this.tried(asker, () => this.parts.states.read(device, wanted));
    if (!state) throw notFound('DEVICE.NOT_FOUND', 'The machine was removed.');
    return { ...(wanted.client !== undefined && { client: state.client }), ...(wanted.shared !== undefined && { shared: state.shared }) };
  }

  /** Keeps an answer. @throws AppError (invalid) COMMAND.NOT_SENT where the machine was never sent such a command */
  async answer(device: DeviceRef, { number, text }: { readonly number: number; readonly text: string }, asker = device): Promise<void> {
    const answer = readMachineAnswer(text);
    const isKnown = await this.tried(asker, () => this.parts.commands.answer(device, number, answer));
    if (!isKnown) throw new AppError('invalid', 'COMMAND.NOT_SENT', `There was no command ${number} to this machine.`, { number });
  }

  /** Keeps what a machine says so that another company may take it over. @throws AppError (forbidden) CLAIM.NOT_ALLOWED unless its own released it so */
  async claim(device: DeviceRef, offer: ClaimOffer, asker = device): Promise<void> {
    const isAllowed = await this.tried(asker, () => this.parts.claims.keep(device, offer));
    if (!isAllowed) throw forbidden('CLAIM.NOT_ALLOWED', 'This machine was not released by its company, or not in this way.');
  }

  /** Calls that the platform answers itself, by the names that ThingsBoard's own clients use. @throws AppError (invalid) CALL.BAD_JSON, CALL.UNKNOWN_METHOD */
  call(text: string): object {
    const { method } = readMachineCall(text);
    if (method === 'getCurrentTime' || method === 'getTime') return { time: Date.now() };
    const { maxPacketBytes, messagesPerSecond, receiveMaximum } = this.parts.limits;
    return {
      maxPayloadSize: maxPacketBytes,
      maxInflightMessages: receiveMaximum,
      payloadType: 'JSON',
      rateLimits: { messages: `${messagesPerSecond}:1`, telemetryMessages: `${messagesPerSecond}:1`, telemetryDataPoints: '' },
    };
  }

  private async tried<Result>({ deviceId }: DeviceRef, work: () => Promise<Result>): Promise<Result> {
    try {
      return await this.turns.take(deviceId, work);
    } catch (error) {
      if (error instanceof AppError) throw error;
      this.parts.log.warn('devices.talk-not-heard', { error });
      throw unavailable('DB.UNAVAILABLE', 'This cannot be looked up just now.');
    }
  }
}
