import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { MutationCreateDeviceArgs } from '@tenon/graphql/resolvers';
import type { TenantActor } from '@tenon/domain/identity';
import { CurrentActor, RequirePermission, WithheldFromOffice } from '@tenon/nest';
import { CreateDevice, type DeviceWithToken } from '../application/create-device.js';
import { RevokeDeviceToken, RotateDeviceToken } from '../application/device-credentials.js';
import { showDevice } from './show.js';

const TOKEN = 'it shows a token';

/** Where machines connect to, as the configuration says. */
export class DeviceEndpoint {
  constructor(
    readonly host: string | null,
    readonly mqttPort: number,
    readonly httpPort: number,
    /** Null where the gateway has no certificate. */
    readonly mqttTlsPort: number | null = null,
  ) {}
}

@Resolver()
export class DeviceTokenResolver {
  constructor(
    private readonly create: CreateDevice,
    private readonly rotate: RotateDeviceToken,
    private readonly revoke: RevokeDeviceToken,
    private readonly endpoint: DeviceEndpoint,
  ) {}

  @Mutation('createDevice')
  @RequirePermission('device:create')
  @WithheldFromOffice(TOKEN)
  async createDevice(@CurrentActor() actor: TenantActor, @Args() { input }: MutationCreateDeviceArgs) {
    return this.withToken(await this.create.execute(actor, input));
  }

  @Mutation('rotateDeviceToken')
  @RequirePermission('device:credentials')
  @WithheldFromOffice(TOKEN)
  async rotateDeviceToken(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return this.withToken(await this.rotate.execute(actor, id));
  }

  @Mutation('revokeDeviceToken')
  @RequirePermission('device:credentials')
  async revokeDeviceToken(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return showDevice(await this.revoke.execute(actor, id));
  }

  private withToken({ device, token }: DeviceWithToken) {
    return { device: showDevice(device), token, endpoint: this.endpoint };
  }
}
