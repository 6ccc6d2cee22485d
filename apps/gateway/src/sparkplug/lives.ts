import { randomUUID } from 'node:crypto';
import type { DeviceRef, ListedMetric, SparkplugState } from '@tenon/devices/ingest';
import { commandTopic, writableMetrics, type BirthCertificate, type EdgeNode, type Heard, type NodeSession } from '@tenon/domain/sparkplug';
import type { EdgeLine } from './edge-line.js';
import { MetricCommands } from './metric-commands.js';
import type { SparkplugParts } from './sparkplug-parts.js';

/** As many metrics of a machine are offered to be written. */
const MOST_LISTED = 500;
const LARGEST_INT = 2 ** 31 - 1;

/** A node, or a device of it, from its birth to its death. */
interface Life {
  readonly device: DeviceRef;
  readonly bornAtMs: number;
  readonly metricCount: number;
  readonly metrics: readonly ListedMetric[];
  readonly commands: MetricCommands;
  isListening: boolean;
  isAlive: boolean;
}

/** Who is alive on one connection, by the name of the device, null for the node itself: that is what makes machines online, has them hear commands, and is shown of their session. */
export class Lives {
  private readonly lives = new Map<string | null, Life>();
  private readonly sessionId = randomUUID();

  constructor(
    private readonly line: EdgeLine,
    private readonly parts: SparkplugParts,
    private readonly session: NodeSession,
  ) {}

  /** It was born; again, perhaps. */
  begin(name: string | null, device: DeviceRef, node: EdgeNode): void {
    const certificate = this.session.certificateOf(name);
    if (!certificate) return;
    const before = this.sameMachine(name, device);
    if (name !== null && !before?.isAlive) this.parts.presence.connected(device);
    const { commands, isListening } = before ?? { commands: this.commandsOf(name, device, node), isListening: false };
    this.lives.set(name, { device, bornAtMs: Date.now(), metricCount: certificate.size, metrics: listed(certificate), commands, isListening, isAlive: true });
    this.listen();
    this.changes(name, node);
  }

  /** The life before, where it was that of the same machine; another's ends. */
  private sameMachine(name: string | null, { deviceId }: DeviceRef): Life | undefined {
    const before = this.lives.get(name);
    if (before?.device.deviceId === deviceId) return before;
    this.end(name);
    return undefined;
  }

  /** It died. */
  end(name: string | null): void {
    const life = this.lives.get(name);
    if (!life?.isAlive) return;
    life.isAlive = false;
    if (life.isListening) this.parts.commands.leave(life.commands);
    life.isListening = false;
    if (name !== null) this.parts.presence.disconnected(life.device);
    const { node } = this.session;
    if (node) this.changes(name, node);
  }

  /** All devices died, or await their birth behind that of their node. */
  endDevices(): void {
    for (const name of this.lives.keys()) if (name !== null) this.end(name);
  }

  endAll(): void {
    this.endDevices();
    this.end(null);
  }

  /** Whoever is alive, and may hear commands since it subscribed, does. */
  listen(): void {
    const { node } = this.session;
    if (!node) return;
    for (const [name, life] of this.lives) {
      if (!life.isAlive || life.isListening || !this.line.hears(commandTopic(node, name))) continue;
      life.isListening = true;
      this.parts.commands.listen(life.commands);
    }
  }

  /** What was told goes to whoever waits for it. */
  told(name: string | null, { told, life }: Heard): void {
    const commands = this.lives.get(name)?.commands;
    commands?.told(told);
    if (life === 'born' && name === null) commands?.born();
  }

  /** It goes on, or was asked to be born again. */
  progress(name: string | null, isUrgent = false): void {
    const life = this.lives.get(name);
    const { node } = this.session;
    if (!life || !node) return;
    if (isUrgent) this.changes(name, node);
    else this.parts.recorder.progresses(life.device.deviceId, () => this.state(name, life, node));
  }

  private changes(name: string | null, node: EdgeNode): void {
    const life = this.lives.get(name);
    if (life) this.parts.recorder.changes(life.device.deviceId, () => this.state(name, life, node));
  }

  private commandsOf(name: string | null, device: DeviceRef, node: EdgeNode): MetricCommands {
    const { answers, log } = this.parts;
    return new MetricCommands(device, {
      line: this.line,
      node,
      deviceName: name,
      certificate: () => this.session.certificateOf(name),
      answer: (to, number, answer) => void answers.answer(to, number, answer).catch((error: unknown) => log.warn('devices.answer-not-kept', { error })),
      onRebirth: () => {
        this.session.countAsked();
        this.progress(null, true);
      },
    });
  }

  private state(name: string | null, { device, bornAtMs, isAlive, metricCount, metrics }: Life, { group, node }: EdgeNode): SparkplugState {
    const { bdSeq, lastSeq, rebirthsAsked } = this.session;
    const isNode = name === null;
    return {
      ...device,
      sessionId: this.sessionId,
      group,
      node,
      deviceName: name,
      isAlive,
      bornAtMs,
      bdSeq: isNode && bdSeq !== null && bdSeq <= LARGEST_INT ? bdSeq : null,
      lastSeq: isNode ? lastSeq : null,
      rebirthsAsked: isNode ? rebirthsAsked : 0,
      metricCount,
      metrics,
    };
  }
}

/** What can be written, as it is offered; PostgreSQL can keep no NUL. */
function listed(certificate: BirthCertificate): ListedMetric[] {
  return writableMetrics(certificate)
    .filter(({ name, unit }) => !`${name}${unit ?? ''}`.includes('\u0000') && name.length <= 128)
    .slice(0, MOST_LISTED)
    .map(({ name, type, unit }) => ({ name, type, unit }));
}
