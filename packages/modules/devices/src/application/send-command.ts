import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { isSame, readCommand, type WantedCommand } from '@tenon/domain/control';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict, invalid } from '@tenon/kernel';
import { CommandRepository, type CommandRow } from '../persistence/command.repository.js';
import { DeviceRepository } from '../persistence/device.repository.js';
import { SparkplugSessionRepository } from '../persistence/sparkplug-session.repository.js';
import { authorOf, type Author } from './author-of.js';
import { checkMetrics } from './check-metrics.js';
import { tellDevice } from './tell-device.js';

/** That wait for one machine; more than a machine works off when it is back is a mistake of whoever sends. */
const MOST_WAITING = 100;
const LONGEST_KEY = 64;

/** A command to one machine. */
export interface CommandToSend extends WantedCommand {
  readonly deviceId: string;
  /** The sender's own name for it: what was sent under it is not sent again. */
  readonly requestKey?: string | null | undefined;
}

/** Sends a command to a machine: at once where it listens, else as soon as it does, for as long as the command is worth carrying out. */
@Injectable()
export class SendCommand {
  constructor(
    private readonly db: TenantDb,
    private readonly devices: DeviceRepository,
    private readonly commands: CommandRepository,
    private readonly sparkplug: SparkplugSessionRepository,
  ) {}

  /**
   * Repeating it sends another, but under the same `requestKey`, where it gives the first.
   * @throws AppError as readCommand; as checkMetrics, where the machine speaks Sparkplug; DEVICE.NOT_FOUND; (conflict) DEVICE.RETIRED; (invalid) COMMAND.KEY; (conflict) COMMAND.KEY_USED by another command, COMMAND.TOO_MANY_WAITING
   */
  execute(actor: TenantActor, wanted: CommandToSend): Promise<CommandRow> {
    const command = readCommand(wanted);
    const author = authorOf(actor);
    const requestKey = readKey(wanted.requestKey);
    return this.db.transaction(actor, async (tx) => {
      const { id: deviceId, retiredAt } = await this.devices.getForUpdate(tx, wanted.deviceId);
      if (retiredAt) throw conflict('DEVICE.RETIRED', 'The machine is out of use.');
      const sent = requestKey === null ? undefined : await this.commands.findByKey(tx, requestKey);
      if (sent) return asSent(sent, { ...command, deviceId });
      const session = await this.sparkplug.find(tx, deviceId);
      if (session) checkMetrics(session, command);
      if ((await this.commands.countWaiting(tx, deviceId)) >= MOST_WAITING) throw conflict('COMMAND.TOO_MANY_WAITING', `At most ${MOST_WAITING} commands wait for a machine.`, { limit: MOST_WAITING });
      return this.insert(tx, { ...command, deviceId, requestKey, ...author });
    });
  }

  private async insert(tx: TenantTx, { expiresInMs, ...command }: ReturnType<typeof readCommand> & Author & { deviceId: string; requestKey: string | null }): Promise<CommandRow> {
    const { deviceId, method } = command;
    const number = await this.commands.nextNumber(tx, deviceId);
    const row = await this.commands.insert(tx, { ...command, id: tx.newId(), number, createdAt: tx.now, expiresAt: new Date(tx.now.getTime() + expiresInMs) });
    await tx.audit('device.command-sent', { deviceId, commandId: row.id, method });
    await tellDevice(tx, 'command', deviceId);
    return row;
  }
}

function readKey(key: string | null | undefined): string | null {
  if (key === undefined || key === null) return null;
  if (key === '' || key.length > LONGEST_KEY || /[\p{Cc}\p{Surrogate}]/u.test(key)) throw invalid('COMMAND.KEY', `A request key has 1 to ${LONGEST_KEY} characters.`, { limit: LONGEST_KEY });
  return key;
}

function asSent(sent: CommandRow, { deviceId, method, params }: Pick<CommandRow, 'deviceId' | 'method' | 'params'>): CommandRow {
  if (sent.deviceId === deviceId && sent.method === method && isSame(sent.params, params)) return sent;
  throw conflict('COMMAND.KEY_USED', 'Another command was sent under this request key.');
}
