/** What machines need of the worker: playing the simulated ones, and telling of those that fell silent. */
import { Module } from '@nestjs/common';
import { SilenceSchedule } from './jobs/silence.schedule.js';
import { SilenceRepository } from './persistence/silence.repository.js';

export { simulatedMachineOf, type SimulatedDevice } from './application/simulated-machine-of.js';
export { SimulatorKey, simulatorToken } from './application/simulator-token.js';

@Module({ providers: [SilenceRepository, SilenceSchedule] })
export class DevicesWorkerModule {}
