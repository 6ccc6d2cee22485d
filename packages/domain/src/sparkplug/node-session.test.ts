import { describe, expect, it } from '@jest/globals';
import { NodeSession, writableMetrics } from './node-session.js';
import { encoded } from './testing/encoded.js';
import { sparkplugTopic } from './topic.js';
import { readPayload } from './wire/read-payload.js';

type Metrics = NonNullable<Parameters<typeof encoded>[0]['metrics']>;

const BD_SEQ = { name: 'bdSeq', type: 'UInt64', value: 4 } as const;
const SPEED = { name: 'Speed', alias: 1, type: 'Double', value: 10, timestamp: 1 } as const;

function said(session: NodeSession, verb: string, seq: number | null, metrics: Metrics = [], { device = '', nowMs = 0, node = 'N' } = {}) {
  const topic = sparkplugTopic(`spBv1.0/G/${verb}/${node}${device && `/${device}`}`);
  if (!topic) throw new Error('no topic');
  return session.hear(topic, readPayload(encoded({ timestamp: 1, ...(seq !== null && { seq }), metrics })), nowMs);
}

function born(willNumber: number | null = 4): NodeSession {
  const session = new NodeSession(willNumber);
  said(session, 'NBIRTH', 0, [BD_SEQ, SPEED]);
  return session;
}

const codes = ({ faults }: ReturnType<typeof said>): string[] => faults.map(({ code }) => code);

describe('a node’s life', () => {
  it('begins with its birth, whose metrics are readings (tck-id-payloads-nbirth-seq, -nbirth-bdseq)', () => {
    const session = new NodeSession(4);
    const heard = said(session, 'NBIRTH', 0, [BD_SEQ, SPEED, { name: 'Node Control/Rebirth', type: 'Boolean', value: false }]);
    expect(heard).toMatchObject({ device: null, life: 'born', faults: [], asksRebirth: false, readings: [{ key: 'Speed', value: 10, atMs: 1 }] });
    expect(session).toMatchObject({ isBorn: true, bdSeq: 4, lastSeq: 0, node: { group: 'G', node: 'N' } });
  });

  it('data before it are refused, and it is asked to be born (tck-id-payloads-ndata-order)', () => {
    const heard = said(new NodeSession(), 'NDATA', 5, [SPEED]);
    expect(heard).toMatchObject({ readings: [], asksRebirth: true });
    expect(codes(heard)).toEqual(['SPARKPLUG.NOT_BORN']);
  });

  it('ends with the death that has its birth’s number, and with it its devices’ (tck-id-payloads-ndeath-bdseq)', () => {
    const session = born();
    said(session, 'DBIRTH', 1, [], { device: 'D' });
    expect(codes(said(session, 'NDEATH', null, [{ ...BD_SEQ, value: 3 }]))).toEqual(['SPARKPLUG.RULE_BROKEN']);
    expect(session.isBorn).toBe(true);
    expect(said(session, 'NDEATH', null, [BD_SEQ])).toMatchObject({ life: 'dead', faults: [] });
    expect([session.isBorn, [...session.aliveDevices]]).toEqual([false, []]);
    expect(codes(said(session, 'NDATA', 2, [SPEED]))).toEqual(['SPARKPLUG.NOT_BORN']);
  });

  it('that keeps no rule of births is taken, and told of them', () => {
    expect(said(new NodeSession(9), 'NBIRTH', 7, [BD_SEQ]).faults.map(({ details }) => details?.['rule'])).toEqual(['tck-id-payloads-sequence-num-zero-nbirth', 'tck-id-payloads-ndeath-bdseq']);
    expect(said(new NodeSession(), 'NBIRTH', 0).faults.map(({ details }) => details?.['rule'])).toEqual(['tck-id-payloads-nbirth-bdseq']);
  });

  it('is one a connection: it cannot speak for another node', () => {
    expect(codes(said(born(), 'NDATA', 1, [SPEED], { node: 'M' }))).toEqual(['SPARKPLUG.OTHER_NODE']);
  });
});

describe('what a command may write', () => {
  it('is what a node certifies, but for what it calls read-only, its own number, and what no command can say', () => {
    const session = new NodeSession(4);
    const readOnly = (value: boolean) => ({ readOnly: { type: 'Boolean', value } }) as const;
    said(session, 'NBIRTH', 0, [BD_SEQ, { ...SPEED, properties: readOnly(false) }, { name: 'Energy', type: 'Double', value: 1, properties: readOnly(true) }, { name: 'Log', type: 'Bytes', value: Uint8Array.of(1) }]);
    expect(writableMetrics(session.certificateOf(null)!).map(({ name }) => name)).toEqual(['Speed']);
  });
});

describe('sequence numbers (tck-id-payloads-sequence-num-incrementing)', () => {
  it('count to 255 and begin again, across the node and its devices', () => {
    const session = born();
    said(session, 'DBIRTH', 1, [{ ...SPEED, alias: 2 }], { device: 'D' });
    for (let i = 2; i < 700; i += 1) {
      const heard = said(session, i % 2 ? 'NDATA' : 'DDATA', i % 256, [i % 2 ? SPEED : { ...SPEED, alias: 2 }], i % 2 ? {} : { device: 'D' });
      expect([codes(heard), heard.readings.length]).toEqual([[], 1]);
    }
  });

  it('a gap asks for another birth, once, and what came is taken (tck-id-operational-behavior-host-reordering-rebirth)', () => {
    const session = born();
    const heard = said(session, 'NDATA', 3, [SPEED]);
    expect([codes(heard), heard.readings.length, heard.asksRebirth]).toEqual([['SPARKPLUG.SEQUENCE_GAP'], 1, true]);
    expect(heard.faults[0]?.details).toEqual({ expected: 1, received: 3 });
    expect(said(session, 'NDATA', 4, [SPEED])).toMatchObject({ faults: [], asksRebirth: false });
    expect(session.rebirthsAsked).toBe(1);
  });

  it('the last that comes again is no gap; one without a number breaks a rule and no more', () => {
    const session = born();
    said(session, 'NDATA', 1, [SPEED]);
    expect(codes(said(session, 'NDATA', 1, [SPEED]))).toEqual([]);
    const heard = said(session, 'NDATA', null, [SPEED]);
    expect([heard.faults[0]?.details, heard.asksRebirth]).toEqual([{ rule: 'tck-id-payloads-sequence-num-always-included' }, false]);
    expect(codes(said(session, 'NDATA', 2, [SPEED]))).toEqual([]);
  });

  it('one that never is born as asked is asked with growing pauses, at most ten minutes', () => {
    const session = new NodeSession();
    const askedAt: number[] = [];
    for (let second = 0; second < 4 * 3_600; second += 1) {
      if (said(session, 'NDATA', second % 256, [SPEED], { nowMs: second * 1_000 }).asksRebirth) askedAt.push(second);
    }
    const pauses = askedAt.slice(1).map((at, i) => at - (askedAt[i] ?? 0));
    expect(pauses.slice(0, 9)).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512]);
    expect(new Set(pauses.slice(9))).toEqual(new Set([600]));
  });

  it('a birth after each gap does not make it be asked without end', () => {
    const session = new NodeSession();
    let asked = 0;
    for (let second = 0; second < 3_600; second += 1) {
      said(session, 'NBIRTH', 0, [BD_SEQ, SPEED]);
      if (said(session, 'NDATA', 9, [SPEED], { nowMs: second * 1_000 }).asksRebirth) asked += 1;
    }
    expect(asked).toBeLessThan(16);
  });

  it('a node that was at peace is asked at once again', () => {
    const session = born();
    expect(said(session, 'NDATA', 9, [SPEED], { nowMs: 0 }).asksRebirth).toBe(true);
    expect(said(session, 'NDATA', 8, [SPEED], { nowMs: 2_500 }).asksRebirth).toBe(true);
    expect(said(session, 'NDATA', 3, [SPEED], { nowMs: 30_000 }).asksRebirth).toBe(true);
    expect(said(session, 'NDATA', 9, [SPEED], { nowMs: 32_100 }).asksRebirth).toBe(true);
  });
});

describe('aliases (tck-id-payloads-alias-birth-requirement, -alias-data-cmd-requirement)', () => {
  it('stand for what the birth named, of its own device only', () => {
    const session = born();
    said(session, 'DBIRTH', 1, [{ name: 'Temperature', alias: 2, type: 'Float', value: 20, timestamp: 1 }], { device: 'D' });
    const ofNode = session.hear({ group: 'G', node: 'N', verb: 'NDATA', device: null }, { atMs: 9, seq: 2, uuid: null, body: null, metrics: [raw(1, 11.5)] }, 0);
    expect(ofNode.readings).toMatchObject([{ key: 'Speed', value: 11.5, atMs: 9 }]);
    const ofDevice = session.hear({ group: 'G', node: 'N', verb: 'DDATA', device: 'D' }, { atMs: 9, seq: 3, uuid: null, body: null, metrics: [raw(1, 11.5), raw(2, 21)] }, 0);
    expect([codes(ofDevice), ofDevice.readings.map(({ key }) => key), ofDevice.asksRebirth]).toEqual([['SPARKPLUG.UNKNOWN_METRIC'], ['Temperature'], true]);
  });

  it('mean something else after another birth, and a metric that it leaves out is gone', () => {
    const session = born();
    said(session, 'NBIRTH', 0, [BD_SEQ, { ...SPEED, name: 'Pressure' }]);
    const heard = said(session, 'NDATA', 1, [SPEED]);
    expect(codes(heard)).toEqual(['SPARKPLUG.UNKNOWN_METRIC']);
  });

  it('that stand twice break a rule (tck-id-payloads-alias-uniqueness)', () => {
    expect(said(born(), 'DBIRTH', 1, [SPEED], { device: 'D' }).faults[0]?.details).toEqual({ rule: 'tck-id-payloads-alias-uniqueness' });
  });

  it('a metric without name and alias is refused alone', () => {
    const heard = born().hear({ group: 'G', node: 'N', verb: 'NDATA', device: null }, { atMs: 9, seq: 1, uuid: null, body: null, metrics: [raw(null, 1), raw(1, 2)] }, 0);
    expect([codes(heard), heard.readings.length]).toEqual([['SPARKPLUG.UNKNOWN_METRIC'], 1]);
  });
});

describe('devices', () => {
  it('are born before they speak, and dead after they died (tck-id-payloads-ddata-order, -ddeath-seq)', () => {
    const session = born();
    expect(said(session, 'DDATA', 1, [SPEED], { device: 'D' })).toMatchObject({ device: 'D', asksRebirth: true, faults: [{ code: 'SPARKPLUG.NOT_BORN' }] });
    expect(said(session, 'DBIRTH', 2, [{ ...SPEED, alias: 2 }], { device: 'D' })).toMatchObject({ device: 'D', life: 'born', readings: [{ key: 'Speed' }] });
    expect(said(session, 'DDEATH', 3, [], { device: 'D' })).toMatchObject({ life: 'dead', faults: [] });
    expect(codes(said(session, 'DDATA', 4, [], { device: 'D' }))).toEqual(['SPARKPLUG.NOT_BORN']);
  });

  it('are born anew after their node was', () => {
    const session = born();
    said(session, 'DBIRTH', 1, [], { device: 'D' });
    said(session, 'NBIRTH', 0, [BD_SEQ]);
    expect([...session.aliveDevices]).toEqual([]);
  });

  it('are as many as a node may bring', () => {
    const session = born();
    for (let i = 0; i < 1_000; i += 1) said(session, 'DBIRTH', (i + 1) % 256, [], { device: `D${i}` });
    expect(codes(said(session, 'DBIRTH', 1_001 % 256, [], { device: 'more' }))).toEqual(['SPARKPLUG.TOO_MANY_DEVICES']);
    expect(codes(said(session, 'DBIRTH', 1_002 % 256, [], { device: 'D5' }))).toEqual([]);
  });
});

describe('what is not kept', () => {
  it.each([
    ['null', { ...SPEED, value: null }, []],
    ['transient', { ...SPEED, isTransient: true }, []],
    ['bad', { ...SPEED, properties: { Quality: { type: 'Int32', value: 0 } } }, ['SPARKPLUG.POOR_QUALITY']],
    ['stale', { ...SPEED, properties: { Quality: { type: 'Int32', value: 500 } } }, ['SPARKPLUG.POOR_QUALITY']],
    ['not a number', { ...SPEED, value: Number.NaN }, ['SPARKPLUG.POOR_QUALITY']],
    ['infinite', { ...SPEED, value: -Infinity }, ['SPARKPLUG.POOR_QUALITY']],
    ['of another type', { ...SPEED, type: 'Int8', value: 300 }, ['SPARKPLUG.TYPE_MISMATCH']],
  ] as const)('%s', (_name, metric, expected) => {
    const heard = said(born(), 'NDATA', 1, [metric as never]);
    expect([codes(heard), heard.readings]).toEqual([expected, []]);
  });

  it('good quality is, and history is said to be such', () => {
    const heard = said(born(), 'NDATA', 1, [{ ...SPEED, isHistorical: true, properties: { Quality: { type: 'Int32', value: 192 } } }]);
    expect(heard.readings).toMatchObject([{ key: 'Speed', isHistorical: true }]);
  });
});

function raw(alias: number | null, value: number) {
  return { name: null, alias, atMs: null, type: null, isHistorical: false, isTransient: false, value: { field: 'double', value }, metaData: null, properties: null } as const;
}
