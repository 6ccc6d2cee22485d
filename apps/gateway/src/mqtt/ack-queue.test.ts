import { describe, expect, it } from '@jest/globals';
import mqttPacket, { type Packet } from 'mqtt-packet';
import { AckQueue } from './ack-queue.js';

function packets(buffers: readonly Buffer[], protocolVersion: 4 | 5): [string, number | undefined, number | undefined][] {
  const read: Packet[] = [];
  const parser = mqttPacket.parser({ protocolVersion });
  parser.on('packet', (packet) => read.push(packet));
  parser.parse(Buffer.concat(buffers));
  return read.map((packet) => [packet.cmd, packet.messageId, 'reasonCode' in packet ? packet.reasonCode : undefined]);
}

describe('AckQueue', () => {
  it('answers in the order the messages came', () => {
    const queue = new AckQueue(4);
    const [a, b, c] = [queue.open(1, 'puback'), queue.open(2, 'pubrec'), queue.open(65_535, 'puback')];
    b.reason = 0;
    expect(queue.take()).toEqual([]);
    a.reason = 0;
    expect(packets(queue.take(), 4)).toEqual([['puback', 1, undefined], ['pubrec', 2, undefined]]);
    expect(queue.size).toBe(1);
    c.reason = 0x99;
    expect(packets(queue.take(), 4)).toEqual([['puback', 65_535, undefined]]);
    expect(queue.size).toBe(0);
  });

  it('says the reason where the version can', () => {
    const queue = new AckQueue(5);
    for (const [id, reason] of [[1, 0], [2, 0x99], [3, 0], [4, 0x90]] as const) queue.open(id, 'puback').reason = reason;
    expect(packets(queue.take(), 5)).toEqual([['puback', 1, 0], ['puback', 2, 0x99], ['puback', 3, 0], ['puback', 4, 0x90]]);
  });

  it('does not grow when it is never quite empty', () => {
    const queue = new AckQueue(4);
    let last = queue.open(1, 'puback');
    for (let n = 0; n < 5_000; n += 1) {
      const next = queue.open((n % 60_000) + 1, 'puback');
      last.reason = 0;
      expect(queue.take()).toHaveLength(1);
      last = next;
    }
    expect(queue.size).toBe(1);
  });
});
