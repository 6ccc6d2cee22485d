import type { ISubscribePacket, IUnsubscribePacket, Packet } from 'mqtt-packet';
import { isSubscribable } from '../inbox/topics.js';
import type { ProtocolVersion } from './protocol-version.js';
import { ProtocolFault, REASON } from './reason.js';
import type { Session } from './session.js';

const REFUSED_BEFORE_5 = 0x80;

/** @see MQTT 5.0, sections 3.8.3 and 3.10.3: without a topic it is a protocol error */
function checkNotEmpty(topics: readonly unknown[]): void {
  if (topics.length === 0) throw new ProtocolFault(REASON.protocolError, 'A SUBSCRIBE or UNSUBSCRIBE names no topic.');
}

/** Grants what a machine may listen to, which is its own topics, and answers. @throws ProtocolFault protocolError */
export function subscribe(session: Session, packet: ISubscribePacket, version: ProtocolVersion, maxCount: number): Packet {
  checkNotEmpty(packet.subscriptions);
  const identifier = packet.properties?.subscriptionIdentifier;
  const granted = packet.subscriptions.map(({ topic, qos }) => {
    const isRoom = session.subscriptions.has(topic) || session.subscriptions.size < maxCount;
    if (!isSubscribable(topic) || !isRoom) return version === 5 ? REASON.notAuthorized : REFUSED_BEFORE_5;
    session.subscriptions.set(topic, { qos, identifier });
    return qos;
  });
  return { cmd: 'suback', messageId: packet.messageId ?? 0, granted };
}

/** The answer where what a machine wants to listen to cannot be looked up now. */
export function notSubscribed(packet: ISubscribePacket): Packet {
  return { cmd: 'suback', messageId: packet.messageId ?? 0, granted: packet.subscriptions.map(() => REFUSED_BEFORE_5) };
}

/** Takes subscriptions back, and answers. @throws ProtocolFault protocolError */
export function unsubscribe(session: Session, packet: IUnsubscribePacket): Packet {
  checkNotEmpty(packet.unsubscriptions);
  const granted = packet.unsubscriptions.map((topic) => (session.subscriptions.delete(topic) ? REASON.success : REASON.noSubscription));
  return { cmd: 'unsuback', messageId: packet.messageId ?? 0, granted };
}
