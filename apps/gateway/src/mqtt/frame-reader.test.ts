import { describe, expect, it } from '@jest/globals';
import mqttPacket from 'mqtt-packet';
import { FrameReader } from './frame-reader.js';

interface Seen {
  readonly frames: string[];
  readonly large: { size: number; head: number }[];
  readonly faults: string[];
  reader: FrameReader;
}

function reading(maxBytes: number, onFrame: (seen: Seen) => void = () => undefined): Seen {
  const seen: Seen = { frames: [], large: [], faults: [], reader: undefined as unknown as FrameReader };
  seen.reader = new FrameReader(maxBytes, {
    onFrame: (bytes, start, bodyStart, end) => {
      seen.frames.push(`${bytes.toString('hex', start, bodyStart)}:${end - bodyStart}`);
      onFrame(seen);
    },
    onTooLarge: (head, _bodyStart, size) => seen.large.push({ size, head: head.length }),
    onMalformed: (message) => seen.faults.push(message),
  });
  return seen;
}

const publish = (bytes: number): Buffer => mqttPacket.generate({ cmd: 'publish', topic: 't', payload: Buffer.alloc(bytes), qos: 1, messageId: 1, dup: false, retain: false });
const PING = Buffer.from([0xc0, 0]);
const stream = Buffer.concat([publish(3), PING, publish(200), publish(20_000), PING, publish(0)]);

describe('FrameReader', () => {
  it.each([1, 2, 3, 7, 100, 4_096, 100_000])('finds the same packets in chunks of %d bytes', (size) => {
    const whole = reading(65_536);
    whole.reader.push(stream);
    const pieces = reading(65_536);
    for (let at = 0; at < stream.length; at += size) pieces.reader.push(stream.subarray(at, at + size));
    expect(pieces.frames).toEqual(whole.frames);
    expect(whole.frames).toHaveLength(6);
  });

  it.each([1, 5, 1_000, 100_000])('passes over what is too large and goes on, in chunks of %d bytes', (size) => {
    const seen = reading(1_000);
    for (let at = 0; at < stream.length; at += size) seen.reader.push(stream.subarray(at, at + size));
    expect(seen.large).toEqual([{ size: publish(20_000).length, head: 1_024 }]);
    expect(seen.frames.map((frame) => frame.split(':')[0])).toEqual(['3208', 'c000', '32cd01', 'c000', '3205']);
  });

  it('hands nothing over while it is held, and everything after', () => {
    const seen = reading(65_536, ({ frames, reader }) => frames.length === 1 && reader.hold());
    seen.reader.push(stream.subarray(0, 50));
    seen.reader.push(stream.subarray(50));
    expect(seen.frames).toHaveLength(1);
    seen.reader.release();
    expect(seen.frames).toHaveLength(6);
  });

  it('ends at a length of more than four bytes', () => {
    const seen = reading(65_536);
    seen.reader.push(Buffer.from([0x30, 0xff, 0xff, 0xff, 0xff, 0x01]));
    seen.reader.push(PING);
    expect(seen.faults).toHaveLength(1);
    expect(seen.frames).toEqual([]);
  });

  it('reads no more once it is stopped in the middle of a chunk', () => {
    const seen = reading(65_536, ({ reader }) => reader.stop());
    seen.reader.push(stream);
    seen.reader.release();
    seen.reader.push(PING);
    expect(seen.frames).toHaveLength(1);
  });

  it('keeps of a packet that comes in pieces its bytes, not the pieces', () => {
    const payloads: string[] = [];
    const reader = new FrameReader(65_536, { onFrame: (bytes, _start, bodyStart, end) => payloads.push(bytes.toString('hex', bodyStart, end)), onTooLarge: () => undefined, onMalformed: () => undefined });
    const packet = Buffer.concat([Buffer.from([0x30, 0x88, 0x27]), Buffer.from(Array.from({ length: 5_000 }, (_, n) => n % 251))]);
    reader.push(packet.subarray(0, 1));
    const piece = Buffer.alloc(1);
    for (const byte of packet.subarray(1)) {
      piece[0] = byte;
      reader.push(piece);
    }
    expect(payloads).toEqual([packet.toString('hex', 3)]);
  });

  it('makes no room for what is only announced', () => {
    const before = process.memoryUsage().arrayBuffers;
    const readers = Array.from({ length: 500 }, () => {
      const { reader } = reading(262_144);
      // A packet of 200,000 bytes, of which these are the first five.
      for (const byte of [0x30, 0xc0, 0x9a, 0x0c, 0]) reader.push(Buffer.from([byte]));
      return reader;
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
    for (const reader of readers) reader.stop();
  });

  it('takes larger packets once it may', () => {
    const seen = reading(1_000);
    seen.reader.push(publish(2_000));
    seen.reader.allow(4_000);
    seen.reader.push(publish(2_000));
    expect([seen.large.length, seen.frames.length]).toEqual([1, 1]);
  });
});
