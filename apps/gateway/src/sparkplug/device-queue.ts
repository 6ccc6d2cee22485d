import type { DeviceRef } from '@tenon/devices/ingest';
import { limited, toAppError, type AppError } from '@tenon/kernel';

/** What is to be done once it is known which machine a device is, or why it is none. */
export interface DeviceTask {
  readonly bytes: number;
  readonly run: (device: DeviceRef) => void;
  readonly refuse: (error: AppError) => void;
}

/** Which machine a device is: at once where it is known, else by asking. */
export interface FindDevice {
  known(name: string): DeviceRef | undefined;
  ask(name: string): Promise<DeviceRef>;
}

/** Bytes of messages of one connection that wait for machines to be added. */
const MOST_WAITING_BYTES = 512 * 1_024;

/** Keeps each device's messages in their order while its machine is being added, and no more of them than a connection may have wait. */
export class DeviceQueue {
  private readonly waiting = new Map<string, DeviceTask[]>();
  private bytes = 0;

  constructor(private readonly find: FindDevice) {}

  put(name: string, task: DeviceTask): void {
    const line = this.waiting.get(name);
    const known = line ? undefined : this.find.known(name);
    if (known) return task.run(known);
    if (this.bytes + task.bytes > MOST_WAITING_BYTES) return task.refuse(limited('CHILD.TOO_MANY_AT_ONCE', 'Too many messages wait for their machines to be added.', {}));
    this.bytes += task.bytes;
    if (line) return void line.push(task);
    const tasks = [task];
    this.waiting.set(name, tasks);
    this.find.ask(name).then(
      (device) => this.settle(name, tasks, (one) => one.run(device)),
      (error: unknown) => this.settle(name, tasks, (one) => one.refuse(toAppError(error))),
    );
  }

  private settle(name: string, tasks: readonly DeviceTask[], tell: (task: DeviceTask) => void): void {
    this.waiting.delete(name);
    for (const task of tasks) {
      this.bytes -= task.bytes;
      tell(task);
    }
  }
}
