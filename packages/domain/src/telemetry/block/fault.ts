import { bug, type AppError } from '@tenon/kernel';

/** A block's bytes are not what was written: they say something that no block can say. Nothing of it may be shown, since any of it may be wrong. */
export function blockDamaged(what: string): AppError {
  return bug('TELEMETRY.BLOCK_DAMAGED', `A block of points is damaged: ${what}.`);
}
