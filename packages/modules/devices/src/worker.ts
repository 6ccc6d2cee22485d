/** What machines need of the worker: playing the simulated ones, adding those that gateways ask for, telling of those that fell silent, moving campaigns, and what time makes of commands. */
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { RoomInPlan } from '@tenon/billing';
import { AddAskedDevices } from './application/add-asked-devices.js';
import { AddDevice } from './application/add-device.js';
import { DevicePoints } from './application/device-points.js';
import { MachineReports } from './campaigns/application/machine-reports.js';
import { CAMPAIGNS_AT_WORK } from './campaigns/providers.js';
import { BULK_AT_WORK } from './bulk/providers.js';
import { ProvisionDevice } from './application/provisioning/provision-device.js';
import { CommandClockSchedule } from './jobs/command-clock.schedule.js';
import { DeviceRequestListener } from './jobs/device-request.listener.js';
import { DeviceRequestSweeper } from './jobs/device-request.sweeper.js';
import { SilenceSchedule } from './jobs/silence.schedule.js';
import { DevicesWorkerOptions } from './jobs/worker-options.js';
import { CommandClockRepository } from './persistence/command-clock.repository.js';
import { DeviceRequestRepository } from './persistence/device-request.repository.js';
import { DeviceTokenRepository } from './persistence/device-token.repository.js';
import { DeviceRepository } from './persistence/device.repository.js';
import { ProvisionedDeviceRepository } from './persistence/provisioned-device.repository.js';
import { ProvisioningKeyRepository } from './persistence/provisioning-key.repository.js';
import { SilenceRepository } from './persistence/silence.repository.js';

export { DevicePoints } from './application/device-points.js';
export { simulatedMachineOf, type SimulatedDevice } from './application/simulated-machine-of.js';
export { SimulatorKey, simulatorToken } from './application/simulator-token.js';
export { DevicesWorkerOptions } from './jobs/worker-options.js';

@Module({})
export class DevicesWorkerModule {
  /**
   * @param points what goes with a machine that is deleted
   * @param reports what machines say of their updates as readings
   */
  static register(options: DevicesWorkerOptions, points: Type<DevicePoints>, reports: Type<MachineReports>): DynamicModule {
    return {
      module: DevicesWorkerModule,
      providers: [
        { provide: DevicesWorkerOptions, useValue: options },
        { provide: DevicePoints, useClass: points },
        { provide: MachineReports, useClass: reports },
        ...BULK_AT_WORK,
        ...CAMPAIGNS_AT_WORK,
        AddAskedDevices,
        AddDevice,
        CommandClockRepository,
        CommandClockSchedule,
        DeviceRepository,
        DeviceRequestListener,
        DeviceRequestRepository,
        DeviceRequestSweeper,
        DeviceTokenRepository,
        ProvisionDevice,
        ProvisionedDeviceRepository,
        ProvisioningKeyRepository,
        RoomInPlan,
        SilenceRepository,
        SilenceSchedule,
      ],
    };
  }
}
