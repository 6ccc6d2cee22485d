import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { newToken, TOKEN_RANDOM_BYTES } from '@tenon/domain/devices';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict, invalid, isUuid } from '@tenon/kernel';
import { completedList } from '../../application/import/completed-list.js';
import { tellDevice } from '../../application/tell-device.js';
import { ManyTokensRepository, type OwnTokenDevice } from '../persistence/many-tokens.repository.js';
import type { Chosen } from './start-bulk-action.js';

/** At once, as lists of machines are. */
const MOST_MACHINES = 5_000;

/** New tokens of many machines, as a list that is shown once. */
export interface RotatedTokens {
  readonly count: number;
  /** Simulated machines among those chosen, which look after their own. */
  readonly simulated: number;
  /** CSV: name and token. */
  readonly list: string;
}

/**
 * Issues a new token for each of many machines, in one go; the old ones stop at once. Where no answer came, it is simply done again: tokens that nobody saw
 * are of use to nobody.
 */
@Injectable()
export class RotateDeviceTokens {
  constructor(
    private readonly db: TenantDb,
    private readonly tokens: ManyTokensRepository,
  ) {}

  /** @throws AppError (invalid) BULK_ACTION.NOTHING, BULK_ACTION.TOO_MANY_TOKENS above 5,000; (conflict) BULK_ACTION.OUTRUN */
  execute(actor: TenantActor, chosen: Chosen): Promise<RotatedTokens> {
    return this.db.transaction(actor, async (tx) => {
      const machines = await this.tokens.lock(tx, 'deviceIds' in chosen ? chosen.deviceIds.filter(isUuid) : chosen.filter, MOST_MACHINES + 1);
      demandFew(machines.length, chosen);
      const own = machines.filter(({ kind }) => kind !== 'simulated').map((machine) => ({ ...machine, token: newToken(randomBytes(TOKEN_RANDOM_BYTES)) }));
      await this.issue(tx, own);
      return { count: own.length, simulated: machines.length - own.length, list: listOf(own) };
    });
  }

  private async issue(tx: TenantTx, machines: readonly (OwnTokenDevice & { readonly token: string })[]): Promise<void> {
    await this.tokens.replace(tx, machines);
    for (const { id, name } of machines) {
      await tx.audit('device.token-rotated', { deviceId: id, name });
      await tellDevice(tx, 'token-revoked', id);
    }
  }
}

function demandFew(count: number, chosen: Chosen): void {
  if (count === 0) throw invalid('BULK_ACTION.NOTHING', 'No machine is meant.');
  if (count > MOST_MACHINES) throw invalid('BULK_ACTION.TOO_MANY_TOKENS', `At most ${MOST_MACHINES} machines get new tokens at once.`, { limit: MOST_MACHINES });
  if ('expected' in chosen && chosen.expected !== count) throw conflict('BULK_ACTION.OUTRUN', 'Other machines match now than were seen.', { expected: chosen.expected, found: count });
}

function listOf(machines: readonly { readonly name: string; readonly token: string }[]): string {
  const sorted = [...machines].sort((a, b) => (a.name < b.name ? -1 : 1));
  const rows = sorted.map(({ name, token }, row) => ({ row, name, token, texts: {} }));
  return completedList({ nameHead: 'name', tokenHead: 'token', otherHeads: [], machines: rows }, (row) => rows[row]?.token ?? '');
}
