import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { stateEntries, type StateEntry } from '@tenon/domain/control';
import type { TenantActor } from '@tenon/domain/identity';
import { isUuid, notFound } from '@tenon/kernel';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { CommandRepository, type CommandRow } from '../persistence/command.repository.js';
import { SparkplugSessionRepository, type SparkplugSessionRow } from '../persistence/sparkplug-session.repository.js';
import { DesiredStateRepository } from '../persistence/desired-state.repository.js';

/** A machine's state, asked for and reported. */
export interface Control {
  readonly deviceId: string;
  readonly desiredVersion: bigint;
  readonly reportedVersion: bigint;
  readonly state: readonly StateEntry[];
}

/** Reads what a machine is asked for, what it reports, and what was sent to it. */
@Injectable()
export class ReadControl {
  constructor(
    private readonly db: TenantDb,
    private readonly states: DesiredStateRepository,
    private readonly commands: CommandRepository,
    private readonly sparkplug: SparkplugSessionRepository,
  ) {}

  /** @throws AppError (not-found) DEVICE.NOT_FOUND */
  execute(actor: TenantActor, deviceId: string): Promise<Control> {
    return this.db.read(actor, (tx) => this.inside(tx, deviceId));
  }

  /** The same within a transaction. */
  async inside(tx: TenantTx, deviceId: string): Promise<Control> {
    const known = isUuid(deviceId) ? await this.states.reported(tx, deviceId) : null;
    if (!known) throw notFound('DEVICE.NOT_FOUND', 'There is no such machine.');
    const { desiredVersion, reportedVersion, reported, reportedAtMs } = known;
    return { deviceId, desiredVersion, reportedVersion, state: stateEntries(await this.states.desired(tx, deviceId), reported, reportedAtMs) };
  }

  /** What the machine said of itself by Sparkplug B, if it speaks that. */
  sparkplugOf(actor: TenantActor, deviceId: string): Promise<SparkplugSessionRow | null> {
    return this.db.read(actor, (tx) => this.sparkplug.find(tx, deviceId));
  }

  /** Commands to the machine, the newest first. */
  commandsOf(actor: TenantActor, deviceId: string, args: { first?: number | null | undefined; after?: string | null | undefined }): Promise<Page<CommandRow>> {
    const request = pageRequest(args, ['integer']);
    return this.db.read(actor, async (tx) => toPage(await this.commands.list(tx, deviceId, request), request.limit, ({ number }) => [number.toString()]));
  }
}
