import { BirthCertificate, type CertifiedMetric } from './birth-certificate.js';
import type { SparkplugMetric, SparkplugPayload } from './payload.js';
import { RebirthPace } from './rebirth-pace.js';
import { type Readings, readingsOf, type SparkplugFault, type SparkplugReading } from './readings.js';
import { Sequence } from './sequence.js';
import type { EdgeNode, SparkplugTopic } from './topic.js';
import type { SparkplugValue } from './exact.js';
import { typedValue } from './typed-value.js';

/** What a message came to. */
export interface Heard {
  /** Whose it is: a device of the node, or null for the node itself. */
  readonly device: string | null;
  readonly readings: readonly SparkplugReading[];
  readonly faults: readonly SparkplugFault[];
  /** What it spoke of, for whoever waits for a value. */
  readonly told: Readings['told'];
  /** Whether it was born, or died, by this; null where neither. The death of a node is that of its devices too, as is its birth: they are born anew after it. */
  readonly life: 'born' | 'dead' | null;
  /** Whether the node is to be asked to be born again; it counts as asked. */
  readonly asksRebirth: boolean;
}

const NOTHING = { readings: [], faults: [], told: [], life: null, asksRebirth: false } as const;

/** As many devices as one node may bring; each is a machine. */
const MOST_DEVICES = 1_000;

/**
 * What one edge node said since it was born, on one connection: its birth certificate and those of its devices, where its sequence stands, and when it was asked to be born again. Pure:
 * it hears a message and the time, and says what it comes to.
 *
 * A connection keeps its messages in order, so that a gap is known at once: the time in which others may come in between ("Reorder Timeout") is nought here, and the node is asked for another birth.
 * What came is taken all the same: an alias means the same until the next birth.
 * @see Sparkplug 3.0, sections 5.3 to 5.12
 */
export class NodeSession {
  private readonly sequence = new Sequence();
  private readonly pace = new RebirthPace();
  private born: EdgeNode | null = null;
  private isAlive = false;
  private certificate: BirthCertificate = new BirthCertificate([]);
  private readonly devices = new Map<string, BirthCertificate>();
  private birthNumber: number | null = null;
  private asked = 0;

  /** @param willNumber the `bdSeq` of the death certificate that the node left as its will; null where it left none */
  constructor(private readonly willNumber: number | null = null) {}

  /** Who it is; null before its birth. */
  get node(): EdgeNode | null {
    return this.born;
  }

  get isBorn(): boolean {
    return this.isAlive;
  }

  /** The `bdSeq` of its birth. */
  get bdSeq(): number | null {
    return this.birthNumber;
  }

  get lastSeq(): number | null {
    return this.sequence.lastSeen;
  }

  /** How often it was asked to be born again. */
  get rebirthsAsked(): number {
    return this.asked;
  }

  /** Devices that are alive. */
  get aliveDevices(): Iterable<string> {
    return this.devices.keys();
  }

  /** The certificate of the node, or of a device; undefined where it is not alive. */
  certificateOf(device: string | null): BirthCertificate | undefined {
    if (!this.isAlive) return undefined;
    return device === null ? this.certificate : this.devices.get(device);
  }

  /** Hears a message of the node. */
  hear(topic: SparkplugTopic, payload: SparkplugPayload, nowMs: number): Heard {
    const { device, verb } = topic;
    if (this.born && !isSame(this.born, topic)) return { ...NOTHING, device: null, faults: [otherNode(topic, this.born)] };
    if (verb === 'NBIRTH') return this.nodeBirth(topic, payload);
    if (verb === 'NDEATH') return this.nodeDeath(payload);
    if (!this.isAlive) return { ...NOTHING, device, faults: [notBorn(topic, null)], asksRebirth: this.ask(topic, nowMs) };
    const faults = this.orderFaults(payload.seq);
    const heard = this.ofLiving(topic, payload);
    // Nearly always; copying it would cost as much as reading the message.
    if (faults.length === 0 && !heard.isInNeed) return heard;
    const isInNeed = faults.some(({ code }) => code === 'SPARKPLUG.SEQUENCE_GAP') || heard.isInNeed;
    return { ...heard, faults: [...faults, ...heard.faults], asksRebirth: isInNeed && this.ask(topic, nowMs) };
  }

  /** The connection is gone, and with it the node, whatever its will says. @returns whether it was alive */
  end(): boolean {
    const wasAlive = this.isAlive;
    this.isAlive = false;
    this.devices.clear();
    return wasAlive;
  }

  private ofLiving({ device, verb, group, node }: SparkplugTopic, payload: SparkplugPayload): Heard & { readonly isInNeed: boolean } {
    if (verb === 'DBIRTH') return { ...this.deviceBirth(device ?? '', payload), isInNeed: false };
    const certificate = this.certificateOf(device);
    if (!certificate) return { ...NOTHING, device, faults: [notBorn({ group, node }, device)], isInNeed: verb !== 'DDEATH' };
    if (verb === 'DDEATH') {
      this.devices.delete(device ?? '');
      return { ...NOTHING, device, life: 'dead', isInNeed: false };
    }
    const { readings, faults, told, isUncertified } = readingsOf(payload.metrics, payload.atMs, certificate);
    return { device, readings, faults, told, life: null, asksRebirth: false, isInNeed: isUncertified };
  }

  private nodeBirth(topic: SparkplugTopic, payload: SparkplugPayload): Heard {
    this.born = { group: topic.group, node: topic.node };
    this.isAlive = true;
    // They are born anew behind it. @see tck-id-payloads-dbirth-order
    this.devices.clear();
    this.birthNumber = bdSeqOf(payload.metrics);
    this.certificate = new BirthCertificate(payload.metrics);
    const taken = readingsOf(payload.metrics, payload.atMs, this.certificate);
    return { ...NOTHING, device: null, readings: taken.readings, told: taken.told, faults: [...this.birthFaults(payload), ...taken.faults], life: 'born' };
  }

  private deviceBirth(device: string, payload: SparkplugPayload): Heard {
    if (!this.devices.has(device) && this.devices.size >= MOST_DEVICES) return { ...NOTHING, device, faults: [tooManyDevices()] };
    const certificate = new BirthCertificate(payload.metrics, this.certificate);
    const taken = readingsOf(payload.metrics, payload.atMs, certificate);
    const faults = this.isAliasTaken(certificate, device) ? [brokenRule('tck-id-payloads-alias-uniqueness')] : [];
    this.devices.set(device, certificate);
    return { ...NOTHING, device, readings: taken.readings, told: taken.told, faults: [...faults, ...taken.faults], life: 'born' };
  }

  /** An alias stands for one metric of the node and all its devices. */
  private isAliasTaken(certificate: BirthCertificate, device: string): boolean {
    const others = [this.certificate, ...[...this.devices].flatMap(([name, one]) => (name === device ? [] : [one]))];
    for (const alias of certificate.aliases) if (others.some((one) => one.aliased(alias))) return true;
    return false;
  }

  /** A death counts for the birth whose number it has: one that comes late, of a session before, is no news. @see tck-id-payloads-ndeath-bdseq */
  private nodeDeath(payload: SparkplugPayload): Heard {
    const number = bdSeqOf(payload.metrics);
    if (!this.isAlive) return { ...NOTHING, device: null };
    if (number !== null && this.birthNumber !== null && number !== this.birthNumber) return { ...NOTHING, device: null, faults: [brokenRule('tck-id-payloads-ndeath-bdseq')] };
    this.end();
    return { ...NOTHING, device: null, life: 'dead' };
  }

  private birthFaults(payload: SparkplugPayload): SparkplugFault[] {
    const faults: SparkplugFault[] = [];
    if (!this.sequence.begin(payload.seq)) faults.push(brokenRule('tck-id-payloads-sequence-num-zero-nbirth'));
    if (this.birthNumber === null) faults.push(brokenRule('tck-id-payloads-nbirth-bdseq'));
    else if (this.willNumber !== null && this.willNumber !== this.birthNumber) faults.push(brokenRule('tck-id-payloads-ndeath-bdseq'));
    return faults;
  }

  private orderFaults(seq: number | null): SparkplugFault[] {
    const order = this.sequence.take(seq);
    if (order.kind === 'none') return [brokenRule('tck-id-payloads-sequence-num-always-included')];
    if (order.kind !== 'gap') return [];
    const { expected } = order;
    return [{ code: 'SPARKPLUG.SEQUENCE_GAP', message: `Message ${seq ?? 0} came where ${expected} was to come.`, details: { expected, received: seq } }];
  }

  private ask({ group, node }: EdgeNode, nowMs: number): boolean {
    // Before its birth it is asked as who it calls itself.
    this.askedAs ??= { group, node };
    const isAsked = this.pace.ask(nowMs);
    if (isAsked) this.asked += 1;
    return isAsked;
  }

  private askedAs: EdgeNode | null = null;

  /** As whom it is asked, where it was not born yet. */
  get addressed(): EdgeNode | null {
    return this.born ?? this.askedAs;
  }

  /** It is asked to be born again by a person, whatever the pace. */
  countAsked(): void {
    this.asked += 1;
  }
}

function isSame(one: EdgeNode, other: EdgeNode): boolean {
  return one.group === other.group && one.node === other.node;
}

/** The number by which a birth and its death know each other. */
export function bdSeqOf(metrics: readonly SparkplugMetric[]): number | null {
  const value = metrics.find(({ name }) => name === 'bdSeq')?.value;
  const number: SparkplugValue | undefined = value ? typedValue('UInt64', value) : undefined;
  return typeof number === 'number' ? number : null;
}

/** The metrics of a certificate that a command may write: plain values that the node does not call read-only. */
export function writableMetrics(certificate: BirthCertificate): CertifiedMetric[] {
  return [...certificate.metrics].filter(({ isReadOnly, name, type }) => !isReadOnly && name !== 'bdSeq' && !UNWRITABLE.has(type));
}

const UNWRITABLE: ReadonlySet<string> = new Set(['DataSet', 'Bytes', 'File', 'Template', 'PropertySet', 'PropertySetList']);

function brokenRule(rule: string): SparkplugFault {
  return { code: 'SPARKPLUG.RULE_BROKEN', message: `The node does not keep ${rule}; what it sent is taken all the same.`, details: { rule } };
}

function otherNode({ group, node }: EdgeNode, born: EdgeNode): SparkplugFault {
  const details = { named: `${group}/${node}`, node: `${born.group}/${born.node}` };
  return { code: 'SPARKPLUG.OTHER_NODE', message: `The connection is that of ${details.node}; it cannot speak for ${details.named}.`, details };
}

function notBorn({ group, node }: EdgeNode, device: string | null): SparkplugFault {
  const named = device === null ? `${group}/${node}` : `${group}/${node}/${device}`;
  return { code: 'SPARKPLUG.NOT_BORN', message: `${named} sends data and was not born on this connection.`, details: { named } };
}

function tooManyDevices(): SparkplugFault {
  return { code: 'SPARKPLUG.TOO_MANY_DEVICES', message: `At most ${MOST_DEVICES} devices are alive behind one node.`, details: { limit: MOST_DEVICES } };
}
