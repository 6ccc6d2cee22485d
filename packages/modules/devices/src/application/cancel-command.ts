import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { commandStateAt } from '@tenon/domain/control';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { CommandRepository, type CommandRow } from '../persistence/command.repository.js';
import { tellDevice } from './tell-device.js';

/** Takes a command back that waits for its machine. What was handed to the machine cannot be taken back. */
@Injectable()
export class CancelCommand {
  constructor(
    private readonly db: TenantDb,
    private readonly commands: CommandRepository,
  ) {}

  /** Repeating it fails with COMMAND.NOT_WAITING. @throws AppError (not-found) COMMAND.NOT_FOUND; (conflict) COMMAND.NOT_WAITING */
  execute(actor: TenantActor, id: string): Promise<CommandRow> {
    return this.db.transaction(actor, async (tx) => {
      const command = await this.commands.getForUpdate(tx, id);
      const state = commandStateAt(command.state, command.dueAt?.getTime() ?? null, tx.now.getTime());
      if (state !== 'queued') throw conflict('COMMAND.NOT_WAITING', `The command no longer waits; it is ${state}.`, { state });
      await this.commands.cancel(tx, id);
      await tx.audit('device.command-cancelled', { deviceId: command.deviceId, commandId: id, method: command.method });
      await tellDevice(tx, 'command-changed', command.deviceId);
      return this.commands.getForUpdate(tx, id);
    });
  }
}
