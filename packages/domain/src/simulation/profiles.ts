import type { ShiftPattern } from './plant-calendar.js';

/** One injection moulding machine of the simulated shop. */
export interface MouldingProfile {
  /** Stable name; part of the machine's randomness. */
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Clamping force in metric tons, by which moulders name a machine. */
  readonly clampForceT: number;
  readonly shiftPattern: ShiftPattern;
  /** Whether it is out of service now; since when, the simulation is told. */
  readonly isOutOfService: boolean;
  /** Whether a robot keeps it running while people eat. */
  readonly isRunThroughBreaks: boolean;
  /** Typical cycle, which each mould varies. */
  readonly cycleTimeS: number;
  readonly cavities: number;
  /** Mean drive power while moulding. */
  readonly driveKw: number;
  /** Mean barrel heating power while hot. */
  readonly heatingKw: number;
  /** Controls and cabinet fans, always on. */
  readonly standbyKw: number;
  readonly shotStrokeMm: number;
  /** Averages for one two-shift day of 16 hours. */
  readonly changeoversPerDay: number;
  readonly changeoverMinutes: number;
  readonly faultsPerDay: number;
  readonly waitsPerDay: number;
  /** What the counters showed when the simulation starts. */
  readonly startGoodCount: number;
  readonly startScrapCount: number;
  readonly startEnergyKwh: number;
}

type Figures = readonly [
  clampForceT: number, cycleTimeS: number, cavities: number, driveKw: number, heatingKw: number, standbyKw: number, shotStrokeMm: number,
  changeoversPerDay: number, changeoverMinutes: number, faultsPerDay: number, waitsPerDay: number,
];

type Options = Partial<Pick<MouldingProfile, 'isRunThroughBreaks' | 'isOutOfService'>>;

function profile(number: number, figures: Figures, pattern: ShiftPattern, options: Options = {}): MouldingProfile {
  const [clampForceT, cycleTimeS, cavities, driveKw, heatingKw, standbyKw, shotStrokeMm, ...perDay] = figures;
  const [changeoversPerDay, changeoverMinutes, faultsPerDay, waitsPerDay] = perDay;
  const startGoodCount = Math.round((9_000_000 / cycleTimeS) * cavities) + number * 7_919;
  return {
    id: `imm-${String(clampForceT).padStart(3, '0')}`,
    nameZh: `${number} 号注塑机（${clampForceT} 吨）`,
    nameEn: `Moulding machine ${number} (${clampForceT} t)`,
    clampForceT, shiftPattern: pattern, isOutOfService: false, isRunThroughBreaks: false, ...options,
    cycleTimeS, cavities, driveKw, heatingKw, standbyKw, shotStrokeMm, changeoversPerDay, changeoverMinutes, faultsPerDay, waitsPerDay,
    startGoodCount,
    startScrapCount: Math.round(startGoodCount * 0.021),
    startEnergyKwh: Math.round((driveKw + heatingKw) * 2_640) + number * 13.37,
  };
}

/**
 * A small moulding shop of eight machines, 80 t to 650 t. Number 4 is old and out of service; number 5 works three shifts; the large ones have robots.
 * The figures are made up, in proportion to the clamping force, of the size that servo-hydraulic machines show.
 */
export const MOULDING_PROFILES: readonly MouldingProfile[] = [
  profile(1, [80, 17, 8, 4.2, 1.1, 0.18, 85, 1.3, 28, 0.35, 5.2], 'two-shift'),
  profile(2, [120, 21, 4, 5.8, 1.5, 0.2, 105, 1.1, 32, 0.4, 5.2], 'two-shift'),
  profile(3, [160, 24, 4, 7.6, 1.9, 0.22, 125, 1, 36, 0.4, 5.4], 'two-shift'),
  profile(4, [200, 29, 2, 11.5, 2.6, 0.3, 140, 0.8, 45, 0.9, 4.5], 'two-shift', { isOutOfService: true }),
  profile(5, [260, 31, 2, 13.2, 3.2, 0.32, 165, 0.7, 50, 0.35, 4.8], 'three-shift'),
  profile(6, [320, 37, 2, 17, 4.1, 0.38, 190, 0.7, 55, 0.4, 7.2], 'two-shift', { isRunThroughBreaks: true }),
  profile(7, [450, 46, 1, 26.5, 6.2, 0.5, 230, 0.6, 75, 0.45, 6.8], 'two-shift', { isRunThroughBreaks: true }),
  profile(8, [650, 58, 1, 42, 9.5, 0.7, 290, 0.5, 95, 0.45, 6.8], 'two-shift', { isRunThroughBreaks: true }),
];
