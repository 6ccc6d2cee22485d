import type { MouldingProfile } from './profiles.js';
import { CHANNEL, unitAt } from './random.js';

/** A mould with its material and the settings it is run with. */
export interface Mould {
  readonly material: string;
  /** Setpoints of the four barrel zones, from hopper to nozzle. */
  readonly barrelC: readonly [number, number, number, number];
  readonly mouldC: number;
  readonly cycleTimeS: number;
  readonly cavities: number;
  readonly injectionPressureBar: number;
  readonly hydraulicPressureBar: number;
  /** Share of the machine's drive power that this mould asks for. */
  readonly driveFactor: number;
  /** Share of the machine's heating power that this material asks for. */
  readonly heatFactor: number;
  /** Share of shots scrapped in steady production. */
  readonly scrapRate: number;
  readonly doseMm: number;
  readonly cushionMm: number;
}

/** How many moulds take turns on one machine. */
export const MOULDS_PER_MACHINE = 5;

const MATERIALS = [
  { name: 'PP', meltC: 218, mouldC: 35, pressure: 0.85 },
  { name: 'HDPE', meltC: 212, mouldC: 30, pressure: 0.82 },
  { name: 'ABS', meltC: 236, mouldC: 60, pressure: 1 },
  { name: 'POM', meltC: 204, mouldC: 85, pressure: 1.05 },
  { name: 'PA66', meltC: 284, mouldC: 80, pressure: 0.95 },
  { name: 'PC', meltC: 296, mouldC: 92, pressure: 1.25 },
] as const;

const ROOM_C = 25;
const TYPICAL_MELT_C = 230;

function mould(seed: number, profile: MouldingProfile, index: number): Mould {
  const draw = (row: number, low: number, high: number) => low + (high - low) * unitAt(seed, CHANNEL.mould * 4_096 + row, index);
  const material = MATERIALS[Math.floor(draw(1, 0, MATERIALS.length))] ?? MATERIALS[0];
  const strokeMm = profile.shotStrokeMm * draw(2, 0.45, 0.85);
  return {
    material: material.name,
    barrelC: [material.meltC - 32, material.meltC - 16, material.meltC - 6, material.meltC],
    mouldC: material.mouldC,
    cycleTimeS: Math.round(profile.cycleTimeS * draw(3, 0.84, 1.22) * 10) / 10,
    cavities: profile.cavities > 2 && draw(4, 0, 1) < 0.35 ? profile.cavities / 2 : profile.cavities,
    injectionPressureBar: Math.round(980 * material.pressure * draw(5, 0.85, 1.2)),
    hydraulicPressureBar: Math.round(96 * material.pressure * draw(6, 0.9, 1.15)),
    driveFactor: draw(7, 0.84, 1.16),
    heatFactor: (material.meltC - ROOM_C) / (TYPICAL_MELT_C - ROOM_C),
    scrapRate: draw(8, 0.006, 0.022),
    doseMm: Math.round(strokeMm * 10) / 10,
    cushionMm: Math.round(strokeMm * draw(9, 0.05, 0.09) * 10) / 10,
  };
}

/** The moulds that take turns on a machine. */
export function mouldsOf(seed: number, profile: MouldingProfile): readonly Mould[] {
  return Array.from({ length: MOULDS_PER_MACHINE }, (_, index) => mould(seed, profile, index));
}
