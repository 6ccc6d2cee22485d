import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { newToken, TOKEN_RANDOM_BYTES } from '@tenon/domain/devices';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { DeviceTokenRepository } from '../persistence/device-token.repository.js';
import { DeviceRepository } from '../persistence/device.repository.js';
import type { DeviceRow } from '../persistence/device-row.js';
import type { DeviceWithToken } from './create-device.js';
import { tellDevice } from './tell-device.js';

async function lockOwn(devices: DeviceRepository, tx: TenantTx, id: string): Promise<{ name: string }> {
  const device = await devices.getForUpdate(tx, id);
  if (device.kind === 'simulated') throw conflict('DEVICE.IS_SIMULATED', 'A simulated machine looks after its own token.');
  return device;
}

/** Issues a new access token; the old one stops at once and whoever uses it is disconnected. Each repetition issues another. */
@Injectable()
export class RotateDeviceToken {
  constructor(
    private readonly db: TenantDb,
    private readonly devices: DeviceRepository,
    private readonly tokens: DeviceTokenRepository,
  ) {}

  /** @throws AppError DEVICE.NOT_FOUND; (conflict) DEVICE.IS_SIMULATED */
  execute(actor: TenantActor, id: string): Promise<DeviceWithToken> {
    return this.db.transaction(actor, async (tx) => {
      const { name } = await lockOwn(this.devices, tx, id);
      await this.tokens.revoke(tx, id);
      const token = newToken(randomBytes(TOKEN_RANDOM_BYTES));
      await this.tokens.insert(tx, id, token);
      await tx.audit('device.token-rotated', { deviceId: id, name });
      await tellDevice(tx, 'token-revoked', id);
      return { device: await this.devices.get(tx, id), token };
    });
  }
}

/** Revokes the access token and disconnects the machine within a second. Repeating it fails with DEVICE.TOKEN_ALREADY_REVOKED. */
@Injectable()
export class RevokeDeviceToken {
  constructor(
    private readonly db: TenantDb,
    private readonly devices: DeviceRepository,
    private readonly tokens: DeviceTokenRepository,
  ) {}

  execute(actor: TenantActor, id: string): Promise<DeviceRow> {
    return this.db.transaction(actor, async (tx) => {
      const { name } = await lockOwn(this.devices, tx, id);
      if (!(await this.tokens.revoke(tx, id))) throw conflict('DEVICE.TOKEN_ALREADY_REVOKED', 'The machine has no working token.');
      await tx.audit('device.token-revoked', { deviceId: id, name });
      await tellDevice(tx, 'token-revoked', id);
      return this.devices.get(tx, id);
    });
  }
}
