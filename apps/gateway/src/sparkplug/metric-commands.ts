import type { ClaimedCommand, DeviceRef, HandOver } from '@tenon/devices/ingest';
import { commandPayload, commandTopic, commandWrites, isTaken, REBIRTH, type BirthCertificate, type EdgeNode, type MetricWrite, type SparkplugValue } from '@tenon/domain/sparkplug';
import { MINUTE_MS } from '@tenon/kernel';
import type { CommandTaker } from '../downlink/command-post.js';
import type { EdgeLine } from './edge-line.js';

/** A command that was sent, and what of it the node has not told yet. */
interface Sent {
  readonly command: ClaimedCommand;
  readonly untilMs: number;
  readonly left: Map<string, MetricWrite>;
  readonly told: Record<string, SparkplugValue>;
}

/** Longer than any command is answered in; what is told afterwards is said of no command. */
const KEPT_MS = 10 * MINUTE_MS;
const MOST_KEPT = 200;

/** What the commands of one node, or device, work with. */
export interface MetricCommandsParts {
  readonly line: EdgeLine;
  readonly node: EdgeNode;
  readonly deviceName: string | null;
  readonly certificate: () => BirthCertificate | undefined;
  /** Keeps what the node told as the answer to a command. */
  readonly answer: (device: DeviceRef, number: number, answer: unknown) => void;
  /** A person asks for another birth. */
  readonly onRebirth: () => void;
}

/**
 * Commands to an edge node, or to a device of it, as NCMD and DCMD: the metrics that they name are written, typed by the birth certificate. They go with QoS 0, as the specification has it, so
 * nothing acknowledges them; a command is answered when the node tells, in a DATA or BIRTH, the values that it was asked to take.
 */
export class MetricCommands implements CommandTaker {
  private sent: Sent[] = [];

  constructor(
    readonly device: DeviceRef,
    private readonly parts: MetricCommandsParts,
  ) {}

  get room(): number {
    return this.parts.line.room;
  }

  take(command: ClaimedCommand, done: (outcome: HandOver) => void): void {
    const writes = this.writesOf(command);
    if (writes === 'lost' || writes === 'refused') return done(writes);
    const { line, node, deviceName } = this.parts;
    const payload = Buffer.from(commandPayload(writes, Date.now()));
    // It may answer before this returns.
    if (command.expectsAnswer) this.keep(command, writes);
    const isHeard = line.deliver({ topic: commandTopic(node, deviceName), payload, done });
    if (!isHeard) return done('lost');
    if (writes.some(({ metric }) => metric === REBIRTH)) this.parts.onRebirth();
  }

  /** The node told these values. */
  told(values: readonly (readonly [name: string, value: SparkplugValue])[]): void {
    if (this.sent.length === 0) return;
    for (const [name, value] of values) for (const one of this.sent) this.match(one, name, value);
    this.settle();
  }

  /** The node was born, as it may have been asked. */
  born(): void {
    for (const one of this.sent) if (one.left.delete(REBIRTH.name)) one.told[REBIRTH.name] = true;
    this.settle();
  }

  private writesOf({ method, params }: ClaimedCommand): MetricWrite[] | 'lost' | 'refused' {
    const certificate = this.parts.certificate();
    if (!certificate) return 'lost';
    try {
      return commandWrites(method, params, (name) => certificate.named(name));
    } catch {
      // It was sent by what an earlier birth certificate said.
      return 'refused';
    }
  }

  private keep(command: ClaimedCommand, writes: readonly MetricWrite[]): void {
    const nowMs = Date.now();
    const kept = this.sent.filter(({ untilMs }) => untilMs > nowMs);
    this.sent = [...kept.slice(-MOST_KEPT), { command, untilMs: nowMs + KEPT_MS, left: new Map(writes.map((write) => [write.metric.name, write])), told: {} }];
  }

  private match({ left, told }: Sent, name: string, value: SparkplugValue): void {
    const write = left.get(name);
    if (!write || write.metric === REBIRTH || value === null || !isTaken(write, value)) return;
    left.delete(name);
    told[name] = value;
  }

  private settle(): void {
    const answered = this.sent.filter(({ left }) => left.size === 0);
    if (answered.length === 0) return;
    this.sent = this.sent.filter(({ left }) => left.size > 0);
    for (const { command, told } of answered) this.parts.answer(this.device, command.number, told);
  }
}
