import type { DeviceRef, PresenceRecorder } from '@tenon/devices/ingest';
import type { CommandPost } from '../downlink/command-post.js';
import type { StatePost } from '../downlink/state-post.js';
import { GATEWAY_FILTERS } from '../inbox/topics.js';
import { ChildLine, type GatewayConnection, type Neighbours } from './child-line.js';

export interface ChildLinesParts {
  readonly presence: PresenceRecorder;
  readonly commands: CommandPost;
  readonly states: StatePost;
}

/** The machines behind a gateway that one of its connections said are there. They are gone with it. */
export class ChildLines implements Neighbours {
  private readonly lines = new Map<string, ChildLine>();
  private isCrowded = false;

  constructor(
    private readonly parts: ChildLinesParts,
    private readonly connection: GatewayConnection,
  ) {}

  get size(): number {
    return this.lines.size;
  }

  /** It is there. Saying it again changes nothing. */
  connect(device: DeviceRef, name: string): void {
    this.attend(this.lines.get(device.deviceId) ?? this.open(device, name));
  }

  /** It is gone, as its gateway says. */
  disconnect({ deviceId }: DeviceRef): void {
    const line = this.lines.get(deviceId);
    if (!line) return;
    this.lines.delete(deviceId);
    this.leave(line);
    this.parts.presence.disconnected(line.device);
  }

  /** The gateway listens elsewhere than before. */
  attendAll(): void {
    for (const line of this.lines.values()) this.attend(line);
  }

  /** The connection ended, or what stands behind the gateway is other: whoever is still there is said to be with their next message. */
  disconnectAll(): void {
    for (const { device } of [...this.lines.values()]) this.disconnect(device);
  }

  crowded(): void {
    this.isCrowded = true;
  }

  relieved(): void {
    if (!this.isCrowded || this.connection.room === 0) return;
    this.isCrowded = false;
    for (const { device, takesCommands } of this.lines.values()) if (takesCommands) this.parts.commands.heard(device.deviceId);
  }

  private open(device: DeviceRef, name: string): ChildLine {
    const line = new ChildLine(device, name, this.connection, this);
    this.lines.set(device.deviceId, line);
    this.parts.presence.connected(device);
    return line;
  }

  private attend(line: ChildLine): void {
    const { commands } = this.parts;
    const takesCommands = this.connection.listensTo(GATEWAY_FILTERS.commands);
    if (takesCommands !== line.takesCommands) {
      line.takesCommands = takesCommands;
      if (takesCommands) commands.listen(line);
      else commands.leave(line);
    }
    const hearsUpdates = this.connection.listensTo(GATEWAY_FILTERS.updates);
    if (hearsUpdates !== line.hearsUpdates) {
      line.hearsUpdates = hearsUpdates;
      if (hearsUpdates) void this.hearUpdates(line);
      else this.parts.states.leave(line);
    }
  }

  /** It is told what changes from now on: what is asked of it already its gateway asks for. */
  private async hearUpdates(line: ChildLine): Promise<void> {
    const { states } = this.parts;
    try {
      line.toldUntil = await states.version(line.device);
      if (line.hearsUpdates) states.listen(line);
    } catch {
      // Written to the log where it was asked. The next message of the machine tries again.
      line.hearsUpdates = false;
    }
  }

  private leave(line: ChildLine): void {
    line.hearsUpdates = false;
    line.takesCommands = false;
    this.parts.commands.leave(line);
    this.parts.states.leave(line);
  }
}
