import type { BlockPoints } from '@tenon/domain/telemetry';
import { openBlock, sealBlock } from '../../blocks/seal-block.js';

const NONE = new Float64Array();

/** Stamps as a block: its values mean nothing, and take up next to nothing. */
export function sealStamps(atUs: Float64Array): Buffer {
  return sealBlock({ atUs, num: new Float64Array(atUs.length), rich: null });
}

export function openStamps(bytes: Buffer): Float64Array {
  return openBlock(bytes).atUs;
}

/** Points as a block; null where there are none. */
export function sealSome(points: BlockPoints): Buffer | null {
  return points.atUs.length === 0 ? null : sealBlock(points);
}

/** The stamps that are not among others. @param from ascending, as `gone` */
export function stampsWithout(from: Float64Array, gone: Float64Array): Float64Array {
  return stampsBy(from, gone, false);
}

/** The stamps that are among others, too. */
export function commonStamps(from: Float64Array, others: Float64Array): Float64Array {
  return stampsBy(from, others, true);
}

function stampsBy(from: Float64Array, others: Float64Array, isWanted: boolean): Float64Array {
  if (others.length === 0) return isWanted ? NONE : from;
  let next = 0;
  return from.filter((at) => {
    while (next < others.length && (others[next] as number) < at) next += 1;
    return (others[next] === at) === isWanted;
  });
}
