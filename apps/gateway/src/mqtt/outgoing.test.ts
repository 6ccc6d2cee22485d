import { describe, expect, it } from '@jest/globals';
import type { IPublishPacket, IPubrelPacket } from 'mqtt-packet';
import { decodePacket } from './control-packets.js';
import { Outgoing, type Delivery, type OutgoingLimits } from './outgoing.js';

const FIVE: OutgoingLimits = { version: 5, receiveMaximum: 10, maxPacketBytes: Infinity };

class Line {
  readonly sent: (IPublishPacket | IPubrelPacket)[] = [];
  write(bytes: Buffer): void {
    this.sent.push(decodePacket(bytes, 5) as IPublishPacket | IPubrelPacket);
  }
  /** What left since it was last looked at: topics, or the ids that were released, with a mark where it is a repetition. */
  take(): string[] {
    return this.sent.splice(0).map((packet) => (packet.cmd === 'publish' ? `${packet.topic}${packet.dup ? ' again' : ''}` : `release ${packet.messageId} ${packet.reasonCode ?? 0}`));
  }
}

function outgoing(limits: Partial<OutgoingLimits> = {}, maxHeld = 8) {
  const [line, all, told] = [new Line(), new Outgoing(maxHeld), [] as string[]];
  all.attach(line, { ...FIVE, ...limits });
  const send = (topic: string, qos: 0 | 1 | 2, more: { payload?: string; expiresAtMs?: number } = {}): void =>
    all.send({ topic, payload: '{}', qos, done: (delivery: Delivery) => told.push(`${topic} ${delivery}`), ...more });
  return { line, all, told, send, ack: (messageId: number, reasonCode?: number) => all.onPacket({ cmd: 'puback', messageId, ...(reasonCode !== undefined && { reasonCode }) }) };
}

describe('messages to a machine', () => {
  it('leave in their order, as many at once as it allows, and each is over with its acknowledgement', () => {
    const { line, told, send, ack } = outgoing({ receiveMaximum: 2 });
    for (const topic of ['a', 'b', 'c']) send(topic, 1);
    expect(line.take()).toEqual(['a', 'b']);
    ack(2);
    expect([line.take(), told]).toEqual([['c'], ['b delivered']]);
    ack(2);
    ack(7);
    ack(1, 0x97);
    expect(told).toEqual(['b delivered', 'a refused']);
  });

  it('of QoS 0 are written and over; without a connection they are lost', () => {
    const { line, all, told, send } = outgoing();
    send('a', 0);
    all.detach(line);
    send('b', 0);
    expect([line.take(), told]).toEqual([['a'], ['a written', 'b lost']]);
  });

  it('of QoS 2 go through four packets, and are delivered once received even where the last is missing', () => {
    const { line, all, told, send } = outgoing();
    send('a', 2);
    send('b', 2);
    send('c', 2);
    all.onPacket({ cmd: 'puback', messageId: 1 });
    all.onPacket({ cmd: 'pubrec', messageId: 1 });
    all.onPacket({ cmd: 'pubrec', messageId: 2, reasonCode: 0x80 });
    all.onPacket({ cmd: 'pubrec', messageId: 9 });
    expect([line.take(), told]).toEqual([['a', 'b', 'c', 'release 1 0', 'release 9 146'], ['b refused']]);
    all.onPacket({ cmd: 'pubrec', messageId: 3 });
    all.onPacket({ cmd: 'pubcomp', messageId: 1 });
    all.drop();
    expect(told).toEqual(['b refused', 'a delivered', 'c delivered']);
  });

  it('that were not acknowledged leave again on the next connection, marked, before new ones', () => {
    const { line, all, told, send } = outgoing();
    send('a', 1);
    send('b', 2);
    all.onPacket({ cmd: 'pubrec', messageId: 2 });
    line.take();
    all.detach(line);
    send('c', 1);
    const next = new Line();
    all.attach(next, FIVE);
    // The end of an old connection comes late.
    all.detach(line);
    send('d', 1);
    expect([line.take(), next.take(), told]).toEqual([[], ['release 2 0', 'a again', 'c', 'd'], []]);
  });

  it('are told lost where too many wait, and when the session ends', () => {
    const { all, told, send } = outgoing({ receiveMaximum: 1 }, 2);
    for (const topic of ['a', 'b', 'c']) send(topic, 1);
    expect([told, all.room]).toEqual([['c lost'], 0]);
    all.drop();
    expect([told, all.room]).toEqual([['c lost', 'a lost', 'b lost'], 2]);
  });

  it('larger than it takes are never sent, and those behind them are', () => {
    const { line, told, send } = outgoing({ maxPacketBytes: 50 });
    send('large', 1, { payload: 'x'.repeat(50) });
    send('large0', 0, { payload: 'x'.repeat(50) });
    send('small', 1);
    expect([line.take(), told]).toEqual([['small'], ['large too-large', 'large0 too-large']]);
  });

  it('that are no longer worth sending are not sent, but again where the machine may have them', () => {
    const { line, all, told, send } = outgoing({ receiveMaximum: 1 });
    const soon = Date.now() + 60_000;
    send('sent', 1, { expiresAtMs: soon });
    send('late', 1, { expiresAtMs: Date.now() - 1 });
    expect((line.sent[0] as IPublishPacket).properties?.messageExpiryInterval).toBe(60);
    line.take();
    all.detach(line);
    const next = new Line();
    all.attach(next, FIVE);
    expect([next.take(), told]).toEqual([['sent again'], ['late lost']]);
  });

  it('take ids that are free, from 1 to 65,535 and on', () => {
    const { line, send, ack } = outgoing();
    send('stays', 1);
    for (let id = 2; id <= 65_535; id += 1) {
      send('n', 1);
      ack(id);
    }
    line.take();
    send('next', 1);
    send('after', 1);
    expect(line.sent.map(({ messageId }) => messageId)).toEqual([2, 3]);
  });
});
