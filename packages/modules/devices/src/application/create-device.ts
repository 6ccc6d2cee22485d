import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { newToken, TOKEN_RANDOM_BYTES } from '@tenon/domain/devices';
import type { TenantActor } from '@tenon/domain/identity';
import { DeviceTokenRepository } from '../persistence/device-token.repository.js';
import { DeviceRepository } from '../persistence/device.repository.js';
import type { DeviceRow } from '../persistence/device-row.js';
import { AddDevice } from './add-device.js';

/** A machine and the token just issued for it, which nobody sees again. */
export interface DeviceWithToken {
  readonly device: DeviceRow;
  readonly token: string;
}

/** Adds a machine and issues its access token. Doing it twice adds two, or fails with DEVICE.NAME_TAKEN. */
@Injectable()
export class CreateDevice {
  constructor(
    private readonly db: TenantDb,
    private readonly devices: DeviceRepository,
    private readonly tokens: DeviceTokenRepository,
    private readonly add: AddDevice,
  ) {}

  /** @throws AppError (limited) QUOTA.REACHED; DEVICE.NAME_TAKEN and what a name may be refused with */
  execute(actor: TenantActor, input: { name: string }): Promise<DeviceWithToken> {
    return this.db.transaction(actor, async (tx) => {
      const { id } = await this.add.within(tx, { name: input.name });
      const token = newToken(randomBytes(TOKEN_RANDOM_BYTES));
      await this.tokens.insert(tx, id, token);
      return { device: await this.devices.get(tx, id), token };
    });
  }
}
