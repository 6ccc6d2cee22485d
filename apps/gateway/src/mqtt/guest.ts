import type { IPublishPacket, Packet } from 'mqtt-packet';
import type { Provisioning } from '../provisioning/provisioning.js';
import type { Connection } from './connection.js';
import { decodePacket, encodePacket } from './control-packets.js';
import type { ProtocolVersion } from './protocol-version.js';
import { ProtocolFault, REASON } from './reason.js';

/** Where a machine without credentials asks for some, and hears the answer. @see https://thingsboard.io/docs/reference/mqtt-api/provisioning/ */
const REQUEST = '/provision/request';
const RESPONSE = '/provision/response';
/** The user name, or the client's id, by which a connection is one that asks for credentials. */
export const GUEST = 'provision';
/** As ThingsBoard has it: time enough to ask, to be told, and to go. */
export const GUEST_MS = 60_000;
const MOST_AT_ONCE = 4;
const REFUSED_BEFORE_5 = 0x80;

/** Somebody without credentials, who may ask for them and nothing else. */
export class Guest {
  private asking = 0;
  private listens = false;

  constructor(
    private readonly connection: Connection,
    private readonly version: ProtocolVersion,
    private readonly provisioning: Provisioning,
  ) {}

  /** Takes one whole packet. @throws ProtocolFault */
  onFrame(bytes: Buffer): void {
    const packet = decodePacket(bytes, this.version);
    switch (packet.cmd) {
      case 'publish':
        return this.onPublish(packet);
      case 'subscribe':
        return this.onSubscribe(packet.messageId ?? 0, packet.subscriptions);
      case 'unsubscribe':
        return this.send({ cmd: 'unsuback', messageId: packet.messageId ?? 0, granted: packet.unsubscriptions.map(() => REASON.success) });
      case 'pubrel':
        return this.send({ cmd: 'pubcomp', messageId: packet.messageId ?? 0 });
      case 'pingreq':
        return this.send({ cmd: 'pingresp' });
      case 'disconnect':
        return this.connection.end();
      default:
        throw new ProtocolFault(REASON.protocolError, `Who asks for credentials does not send ${packet.cmd.toUpperCase()}.`);
    }
  }

  disconnect(reasonCode: number): void {
    this.connection.end(this.version === 5 ? encodePacket({ cmd: 'disconnect', reasonCode }, 5) : undefined);
  }

  private onSubscribe(messageId: number, subscriptions: readonly { topic: string }[]): void {
    const refused = this.version === 5 ? REASON.notAuthorized : REFUSED_BEFORE_5;
    this.listens ||= subscriptions.some(({ topic }) => topic === RESPONSE);
    this.send({ cmd: 'suback', messageId, granted: subscriptions.map(({ topic }) => (topic === RESPONSE ? 0 : refused)) });
  }

  private onPublish(packet: IPublishPacket): void {
    const isRoom = this.asking < MOST_AT_ONCE;
    const isAsking = packet.topic === REQUEST && this.listens && isRoom;
    this.acknowledge(packet, isAsking ? REASON.success : isRoom ? REASON.badTopicName : REASON.quotaExceeded);
    if (!isAsking) return;
    this.asking += 1;
    void this.provisioning.answer(packet.payload.toString(), this.connection.address).then((answer) => {
      this.asking -= 1;
      this.send({ cmd: 'publish', topic: RESPONSE, payload: JSON.stringify(answer), qos: 0, dup: false, retain: false });
    });
  }

  private acknowledge({ qos, messageId = 0 }: IPublishPacket, reasonCode: number): void {
    if (qos === 0) return;
    this.send({ cmd: qos === 1 ? 'puback' : 'pubrec', messageId, ...(this.version === 5 && { reasonCode }) });
  }

  private send(packet: Packet): void {
    this.connection.send(packet, this.version);
  }
}
