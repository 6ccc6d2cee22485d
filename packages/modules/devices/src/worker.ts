/** What machines need of the worker: playing the simulated ones, adding those that gateways ask for, telling of those that fell silent, and what time makes of commands. */
import { Module, type DynamicModule } from '@nestjs/common';
import { RoomInPlan } from '@tenon/billing';
import { AddAskedDevices } from './application/add-asked-devices.js';
import { AddDevice } from './application/add-device.js';
import { CommandClockSchedule } from './jobs/command-clock.schedule.js';
import { DeviceRequestListener } from './jobs/device-request.listener.js';
import { DeviceRequestSweeper } from './jobs/device-request.sweeper.js';
import { SilenceSchedule } from './jobs/silence.schedule.js';
import { DevicesWorkerOptions } from './jobs/worker-options.js';
import { CommandClockRepository } from './persistence/command-clock.repository.js';
import { DeviceRequestRepository } from './persistence/device-request.repository.js';
import { DeviceRepository } from './persistence/device.repository.js';
import { SilenceRepository } from './persistence/silence.repository.js';

export { simulatedMachineOf, type SimulatedDevice } from './application/simulated-machine-of.js';
export { SimulatorKey, simulatorToken } from './application/simulator-token.js';
export { DevicesWorkerOptions } from './jobs/worker-options.js';

@Module({})
export class DevicesWorkerModule {
  static register(options: DevicesWorkerOptions): DynamicModule {
    return {
      module: DevicesWorkerModule,
      providers: [
        { provide: DevicesWorkerOptions, useValue: options },
        AddAskedDevices,
        AddDevice,
        CommandClockRepository,
        CommandClockSchedule,
        DeviceRepository,
        DeviceRequestListener,
        DeviceRequestRepository,
        DeviceRequestSweeper,
        RoomInPlan,
        SilenceRepository,
        SilenceSchedule,
      ],
    };
  }
}
