import { DEVICE_CHANNEL } from '@tenon/contracts/wire';
import { Listener, type SystemDb } from '@tenon/db';
import { simulatedMachineOf, SimulatorKey, simulatorToken, type SimulatedDevice } from '@tenon/devices/worker';
import type { Log } from '@tenon/runtime';
import { findSimulatedDevices } from './simulated-device.repository.js';
import { SimulatedMachine } from './simulated-machine.js';

export interface SimulatorOptions {
  readonly databaseUrl: string;
  readonly system: SystemDb;
  readonly key: SimulatorKey;
  readonly brokerUrl: string;
  readonly intervalMs: number;
  readonly log: Log;
}

/** What is told of a machine that changes nothing of whether it is to be played. */
const IS_NO_NEWS = /"kind" ?: ?"(?:presence|command|command-changed|desired|full-days)"/;

/** Plays every simulated machine of every active company; starts and stops them as they come and go. */
export class Simulator {
  private readonly playing = new Map<string, SimulatedMachine>();
  private readonly listener: Listener;
  private reconciling: Promise<void> | undefined;
  private isStale = false;

  constructor(private readonly options: SimulatorOptions) {
    this.listener = new Listener({
      databaseUrl: options.databaseUrl,
      role: 'tenon_system',
      channels: [DEVICE_CHANNEL],
      onMessage: (_channel, payload) => {
        if (!IS_NO_NEWS.test(payload)) this.reconcile();
      },
      onConnected: () => this.reconcile(),
      log: options.log,
    });
  }

  start(): Promise<void> {
    return this.listener.start();
  }

  async close(): Promise<void> {
    await this.listener.close();
    await this.reconciling;
    await Promise.all([...this.playing.values()].map((machine) => machine.close()));
  }

  /** Looks again at which machines there should be; calls that come meanwhile lead to one more look. */
  private reconcile(): void {
    this.isStale = true;
    this.reconciling ??= this.reconcileUntilFresh().finally(() => (this.reconciling = undefined));
  }

  private async reconcileUntilFresh(): Promise<void> {
    while (this.isStale) {
      this.isStale = false;
      try {
        await this.apply(await this.options.system.run('simulator: which machines', findSimulatedDevices));
      } catch (error) {
        this.options.log.warn('simulator.cannot-look', { error });
      }
    }
  }

  private async apply(wanted: readonly SimulatedDevice[]): Promise<void> {
    const ids = new Set(wanted.map((device) => device.id));
    for (const [id, machine] of this.playing) {
      if (ids.has(id)) continue;
      this.playing.delete(id);
      await machine.close();
    }
    for (const device of wanted) if (!this.playing.has(device.id)) this.play(device);
  }

  private play(device: SimulatedDevice): void {
    const { key, brokerUrl, intervalMs, log } = this.options;
    this.playing.set(device.id, new SimulatedMachine({ machine: simulatedMachineOf(device), token: simulatorToken(key, device.id), brokerUrl, intervalMs, log }));
  }
}
