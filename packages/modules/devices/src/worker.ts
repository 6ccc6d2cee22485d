/** What machines need of the worker: playing the simulated ones, telling of those that fell silent, and what time makes of commands. */
import { Module } from '@nestjs/common';
import { CommandClockSchedule } from './jobs/command-clock.schedule.js';
import { SilenceSchedule } from './jobs/silence.schedule.js';
import { CommandClockRepository } from './persistence/command-clock.repository.js';
import { SilenceRepository } from './persistence/silence.repository.js';

export { simulatedMachineOf, type SimulatedDevice } from './application/simulated-machine-of.js';
export { SimulatorKey, simulatorToken } from './application/simulator-token.js';

@Module({ providers: [CommandClockRepository, CommandClockSchedule, SilenceRepository, SilenceSchedule] })
export class DevicesWorkerModule {}
