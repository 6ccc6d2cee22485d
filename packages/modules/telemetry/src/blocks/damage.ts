import { toAppError } from '@tenon/kernel';

/**
 * What `open` gives, or `undefined` where the block is damaged: whoever works for many metrics goes on with the others.
 * @throws what else `open` throws, a block of a later version included
 */
export function unlessDamaged<Opened>(open: () => Opened): Opened | undefined {
  try {
    return open();
  } catch (error) {
    if (toAppError(error).code === 'TELEMETRY.BLOCK_DAMAGED') return undefined;
    throw error;
  }
}
