import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { provisioningKeyState } from '@tenon/domain/devices';
import { conflict, type AppError } from '@tenon/kernel';
import type { OwnRequest } from '../../persistence/device-request.repository.js';
import { DeviceTokenRepository } from '../../persistence/device-token.repository.js';
import { ProvisionedDeviceRepository, type NamedDevice } from '../../persistence/provisioned-device.repository.js';
import { ProvisioningKeyRepository, type ProvisioningKeyRow } from '../../persistence/provisioning-key.repository.js';
import { AddDevice } from '../add-device.js';
import { tellDevice } from '../tell-device.js';

/** Characters of an id that tell machines apart whose name is made for them. */
const TOLD_APART_BY = 8;

/**
 * Lets a machine in that asks for itself: one that was not there is added where the key makes new ones, one that is listed gets its credentials
 * as long as nothing was ever heard of it. So a machine that lost the answer asks again and gets another, and one that works is taken over by nobody.
 */
@Injectable()
export class ProvisionDevice {
  constructor(
    private readonly keys: ProvisioningKeyRepository,
    private readonly machines: ProvisionedDeviceRepository,
    private readonly tokens: DeviceTokenRepository,
    private readonly add: AddDevice,
  ) {}

  /** @throws AppError (conflict) PROVISION.KEY_*, PROVISION.NAME_TAKEN, PROVISION.ALREADY, PROVISION.NOT_LISTED, PROVISION.TOKEN_NOT_FREE, PROVISION.CERTIFICATE_NOT_FREE; (limited) QUOTA.REACHED */
  async within(tx: TenantTx, request: OwnRequest): Promise<void> {
    const key = await this.keys.getForUpdate(tx, request.keyId);
    const found = request.name === null ? undefined : await this.machines.findForUpdate(tx, request.name);
    // What comes again because an answer was lost has been counted.
    const isAgain = found !== undefined && found.provisionedBy === key.id;
    demandWorking(key, isAgain, tx.now);
    if (found) demandUnheard(found, key);
    else if (!key.makesNew) throw conflict('PROVISION.NOT_LISTED', 'No machine of this name is listed.', { name: request.name });
    const deviceId = found?.id ?? (await this.addNew(tx, request, key));
    if (found) await this.endFormer(tx, deviceId);
    await this.machines.letIn(tx, deviceId, request);
    if (!isAgain) await this.keys.use(tx, key.id);
    if (found) await tx.audit('device.provisioned', { deviceId, name: request.name, provisioningKeyId: key.id, provisioningKey: key.name });
    await tellDevice(tx, 'token-revoked', deviceId);
  }

  /** Keeps with the key that a machine was refused. */
  noteRefusal(tx: TenantTx, { keyId, name }: OwnRequest, { code }: AppError): Promise<void> {
    return this.keys.noteRefusal(tx, keyId, { code, name });
  }

  /** What let it in before, though nothing was heard of it, lets nobody in any more. */
  private async endFormer(tx: TenantTx, deviceId: string): Promise<void> {
    await this.tokens.revoke(tx, deviceId);
    await this.machines.revokeCertificates(tx, deviceId);
  }

  private async addNew(tx: TenantTx, { name, wantsGateway }: OwnRequest, key: ProvisioningKeyRow): Promise<string> {
    const made = name ?? `${key.name.slice(0, 60)} ${tx.newId().replaceAll('-', '').slice(-TOLD_APART_BY)}`;
    const gatewayMode = wantsGateway && key.makesGateways ? 'open' : 'none';
    const { id } = await this.add.within(tx, { name: made, typeId: key.typeId, gatewayMode }, { provisioningKeyId: key.id, provisioningKey: key.name });
    return id;
  }
}

const WHY = { revoked: 'KEY_REVOKED', expired: 'KEY_EXPIRED', 'used-up': 'KEY_USED_UP' } as const;

function demandWorking({ revokedAt, expiresAt, mostUses, usedCount }: ProvisioningKeyRow, isAgain: boolean, now: Date): void {
  const state = provisioningKeyState({ revokedAtMs: revokedAt?.getTime() ?? null, expiresAtMs: expiresAt?.getTime() ?? null, mostUses: isAgain ? null : mostUses, usedCount }, now.getTime());
  if (state !== 'active') throw conflict(`PROVISION.${WHY[state]}`, 'The provisioning key lets nobody in any more.');
}

/** One that works, or that somebody else let in, is nobody's to take. */
function demandUnheard({ kind, isRetired, wasHeard, provisionedBy }: NamedDevice, key: ProvisioningKeyRow): void {
  const isOwn = provisionedBy === key.id || (!key.makesNew && provisionedBy === null);
  if (kind === 'machine' && !isRetired && !wasHeard && isOwn) return;
  if (key.makesNew) throw conflict('PROVISION.NAME_TAKEN', 'Another machine has this name.');
  throw conflict('PROVISION.ALREADY', 'This machine has been let in before.');
}
