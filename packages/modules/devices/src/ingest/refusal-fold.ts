import { MINUTE_MS, type AppError } from '@tenon/kernel';
import type { DeviceRef, Door } from './device-ref.js';

/** The same refusal of one machine within a minute; one row of `device_refusal`. */
export interface RefusalFold {
  readonly device: DeviceRef;
  readonly code: string;
  readonly door: Door;
  readonly openedAtMs: number;
  /** Its row, once that is written. */
  id: string | null;
  atMs: number;
  details: AppError['details'];
  sample: string;
  /** How many of it are not in the row yet. */
  unwritten: number;
}

/** The folds of the last minute, at most so many. */
export class RefusalFolds {
  private readonly folds = new Map<string, RefusalFold>();

  constructor(private readonly maxCount: number) {}

  /** The open fold of this refusal, or a new one; nothing where there are too many open. */
  of(device: DeviceRef, code: string, door: Door, nowMs: number): RefusalFold | undefined {
    const key = `${device.deviceId} ${code} ${door}`;
    const open = this.folds.get(key);
    if (open && nowMs - open.openedAtMs < MINUTE_MS) return open;
    this.folds.delete(key);
    this.dropClosed(nowMs);
    if (this.folds.size >= this.maxCount) return undefined;
    const fold: RefusalFold = { device, code, door, openedAtMs: nowMs, id: null, atMs: nowMs, details: {}, sample: '', unwritten: 0 };
    this.folds.set(key, fold);
    return fold;
  }

  /** They stand in the order they were opened, so the closed ones are the first. */
  private dropClosed(nowMs: number): void {
    for (const [key, { openedAtMs }] of this.folds) {
      if (nowMs - openedAtMs < MINUTE_MS) return;
      this.folds.delete(key);
    }
  }
}
