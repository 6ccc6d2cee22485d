/** Machines and their types, as the api serves them. The app provides {@link DevicePoints}, {@link SeenMetrics}, {@link MachineReports}, {@link DeviceEndpoint}, {@link SimulatorKey} and `Vault`. */
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { AddDevice } from './application/add-device.js';
import { AddSimulatedDevice } from './application/add-simulated-device.js';
import { Annotate } from './application/annotate.js';
import { CancelCommand } from './application/cancel-command.js';
import { ArrangeGateways } from './application/arrange-gateways.js';
import { CreateDevice } from './application/create-device.js';
import { DeleteDevice } from './application/delete-device.js';
import { ImportDevices } from './application/import/import-devices.js';
import { SortListed } from './application/import/sort-listed.js';
import { RetireDevice } from './application/retire/retire-device.js';
import { RetireDevices } from './application/retire/retire-devices.js';
import { RevokeDeviceToken, RotateDeviceToken } from './application/device-credentials.js';
import { KeepProvisioningKeys } from './application/provisioning/keep-provisioning-keys.js';
import { ReadControl } from './application/read-control.js';
import { ReadDevices } from './application/read-devices.js';
import { RenameDevice } from './application/rename-device.js';
import { SendCommand } from './application/send-command.js';
import { SetDesiredState } from './application/set-desired-state.js';
import { AnnotationResolver } from './graphql/annotation.resolver.js';
import { GatewayResolver } from './graphql/gateway.resolver.js';
import { ControlResolver } from './graphql/control.resolver.js';
import { DeviceTokenResolver } from './graphql/device-token.resolver.js';
import { DeviceResolver } from './graphql/device.resolver.js';
import { RetirementResolver } from './graphql/retirement.resolver.js';
import { ProvisioningKeyResolver } from './graphql/provisioning-key.resolver.js';
import { ImportController } from './http/import.controller.js';
import { DeviceChanges } from './live/device-changes.js';
import { AnnotationRepository } from './persistence/annotation.repository.js';
import { CommandRepository } from './persistence/command.repository.js';
import { DesiredStateRepository } from './persistence/desired-state.repository.js';
import { DeviceImportRepository } from './persistence/device-import.repository.js';
import { DeviceTokenRepository } from './persistence/device-token.repository.js';
import { DeviceRepository } from './persistence/device.repository.js';
import { RefusalRepository } from './persistence/refusal.repository.js';
import { SparkplugSessionRepository } from './persistence/sparkplug-session.repository.js';
import { RetirementRepository } from './persistence/retirement.repository.js';
import { PLACES } from './places/providers.js';
import { TAGS } from './tags/providers.js';
import { BULK } from './bulk/providers.js';
import { PackageFileController } from './ota/http/package-file.controller.js';
import { CAMPAIGNS } from './campaigns/providers.js';
import { OTA } from './ota/providers.js';
import { HANDOVERS } from './handover/providers.js';
import { RemoveDevices } from './application/remove-devices.js';
import { CERTIFICATES } from './certificates/providers.js';
import { ProvisioningKeyRepository } from './persistence/provisioning-key.repository.js';
import { DEVICE_TYPES } from './types/providers.js';

export { MachineReports } from './campaigns/application/machine-reports.js';
export { DevicePoints } from './application/device-points.js';
export { simulatedMachineOf } from './application/simulated-machine-of.js';
export { SimulatorKey, simulatorToken } from './application/simulator-token.js';
export { DeviceEndpoint } from './graphql/device-token.resolver.js';
export { DeviceChanges } from './live/device-changes.js';
export { AddSimulatedDevice } from './application/add-simulated-device.js';
export { CreateDevice } from './application/create-device.js';
export { RotateDeviceToken } from './application/device-credentials.js';
export { RunBulkAction } from './bulk/application/run-bulk-action.js';
export { PlaceDevice } from './places/application/place-device.js';
export { KeepPlaces } from './places/application/keep-places.js';
export { ReadPlaces } from './places/application/read-places.js';
export { TagDevice } from './tags/application/tag-device.js';
export { AssignDeviceType } from './types/application/assign-device-type.js';
export { CreateDeviceType } from './types/application/create-device-type.js';
export { ReadDevices } from './application/read-devices.js';
export { SeenMetrics } from './types/application/seen-metrics.js';

/** Machines that come by others, and by themselves. */
const COMING = [ArrangeGateways, GatewayResolver, KeepProvisioningKeys, ProvisioningKeyRepository, ProvisioningKeyResolver];

/** Machines by lists. */
const LISTS = [DeviceImportRepository, ImportDevices, SortListed];

/** What machines are given to run, and how many at a time. */
const UPDATES = [...OTA, ...CAMPAIGNS];

@Module({})
export class DevicesApiModule {
  /** @param wiring providers of what this module asks of the app */
  static register(wiring: Provider[]): DynamicModule {
    return {
      module: DevicesApiModule,
      controllers: [ImportController, PackageFileController],
      providers: [
        ...wiring,
        ...CERTIFICATES,
        ...DEVICE_TYPES,
        ...COMING,
        ...BULK,
        ...UPDATES,
        ...HANDOVERS,
        ...LISTS,
        ...PLACES,
        ...TAGS,
        AddDevice,
        AddSimulatedDevice,
        Annotate,
        AnnotationRepository,
        AnnotationResolver,
        CancelCommand,
        CommandRepository,
        ControlResolver,
        CreateDevice,
        DeleteDevice,
        DesiredStateRepository,
        DeviceChanges,
        DeviceRepository,
        DeviceResolver,
        DeviceTokenRepository,
        DeviceTokenResolver,
        ReadControl,
        ReadDevices,
        RefusalRepository,
        RemoveDevices,
        RenameDevice,
        RetireDevice,
        RetireDevices,
        RetirementRepository,
        RetirementResolver,
        RevokeDeviceToken,
        RotateDeviceToken,
        SendCommand,
        SetDesiredState,
        SparkplugSessionRepository,
      ],
      exports: [AddSimulatedDevice, CreateDevice, DeviceChanges, ReadDevices, RotateDeviceToken],
    };
  }
}
