import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { childName, type GatewayMode } from '@tenon/domain/devices';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { DeviceRepository } from '../persistence/device.repository.js';
import type { DeviceRow } from '../persistence/device-row.js';
import { tellDevice } from './tell-device.js';

/** Which gateway is to speak for a machine. */
export interface Placing {
  readonly id: string;
  readonly gatewayId?: string | null | undefined;
  readonly knownAs?: string | null | undefined;
}

/** Says which machines are gateways, and which machines they speak for. Gateways follow at once; saying it again changes nothing more. */
@Injectable()
export class ArrangeGateways {
  constructor(
    private readonly db: TenantDb,
    private readonly devices: DeviceRepository,
  ) {}

  /** Machines behind a gateway that is one no more stay there, and nobody speaks for them. @throws AppError DEVICE.NOT_FOUND; (conflict) DEVICE.IS_SIMULATED, GATEWAY.IS_BEHIND_ONE */
  setMode(actor: TenantActor, { id, mode }: { readonly id: string; readonly mode: GatewayMode }): Promise<DeviceRow> {
    return this.db.transaction(actor, async (tx) => {
      const { name, gatewayMode, parentId } = await this.lockReal(tx, id);
      if (mode !== 'none' && parentId !== null) throw conflict('GATEWAY.IS_BEHIND_ONE', 'A machine that stands behind a gateway cannot be one.');
      if (mode !== gatewayMode) {
        await this.devices.setGatewayMode(tx, id, mode);
        await tx.audit('device.gateway-mode-set', { deviceId: id, name, before: gatewayMode, after: mode });
        await tellDevice(tx, 'children-changed', id);
        await tellDevice(tx, 'changed', id);
      }
      return this.devices.get(tx, id);
    });
  }

  /** @throws AppError DEVICE.NOT_FOUND, of either; (invalid) CHILD.BAD_NAME; (conflict) DEVICE.IS_SIMULATED, GATEWAY.NOT_ONE, GATEWAY.IS_BEHIND_ONE, GATEWAY.NAME_IN_USE */
  place(actor: TenantActor, { id, gatewayId, knownAs }: Placing): Promise<DeviceRow> {
    return this.db.transaction(actor, async (tx) => {
      // The gateway first, always: two that are put behind each other would wait for each other.
      const gateway = typeof gatewayId === 'string' ? await this.lockGateway(tx, gatewayId) : null;
      const device = await this.lockReal(tx, id);
      if (gateway && device.gatewayMode !== 'none') throw conflict('GATEWAY.IS_BEHIND_ONE', 'A gateway cannot stand behind another.');
      const behind = gateway && { gatewayId: gateway.id, knownAs: childName(knownAs?.trim() || device.name) };
      await this.devices.place(tx, id, behind);
      await this.tell(tx, device, gateway);
      return this.devices.get(tx, id);
    });
  }

  /** Writes down that a machine stands behind another gateway, or none, and tells the gateways of before and after. */
  private async tell(tx: TenantTx, { id, name, parentId }: DeviceRow, gateway: DeviceRow | null): Promise<void> {
    const former = parentId === null ? null : await this.devices.get(tx, parentId);
    await tx.audit('device.gateway-set', { deviceId: id, name, before: former?.name ?? null, after: gateway?.name ?? null });
    for (const changed of new Set([former?.id, gateway?.id])) if (changed) await tellDevice(tx, 'children-changed', changed);
    await tellDevice(tx, 'changed', id);
  }

  private async lockGateway(tx: TenantTx, id: string): Promise<DeviceRow> {
    const gateway = await this.devices.getForUpdate(tx, id);
    if (gateway.gatewayMode === 'none') throw conflict('GATEWAY.NOT_ONE', 'This machine is not a gateway.');
    return gateway;
  }

  private async lockReal(tx: TenantTx, id: string): Promise<DeviceRow> {
    const device = await this.devices.getForUpdate(tx, id);
    if (device.kind === 'simulated') throw conflict('DEVICE.IS_SIMULATED', 'A simulated machine speaks for itself.');
    return device;
  }
}
