/** Bands of a time-of-use tariff, dearest first: 尖 sharp, 峰 peak, 平 flat, 谷 valley, 深谷 deep. */
export const TARIFF_BANDS = ['sharp', 'peak', 'flat', 'valley', 'deep'] as const;

/** A band of a time-of-use tariff. */
export type TariffBand = (typeof TARIFF_BANDS)[number];

/** Minutes in a local day as a tariff counts it; on the days the clock changes the hour skipped or repeated keeps its band. */
export const MINUTES_PER_DAY = 1440;

/** A stretch of every local day, `[fromMinute, toMinute)` minutes after midnight, multiples of 15 in 0…1440. */
export interface TariffHours {
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly band: TariffBand;
}

/** What a kilowatt-hour costs at each time of the local day, the same on all days. */
export interface Tariff {
  /** In any order; together they cover 0…1440 exactly once. A stretch over midnight is written as two. */
  readonly hours: readonly TariffHours[];
  /** Price of each band in whole yuan per 10 000 kWh (元/万千瓦时), which is 0.0001 yuan per kWh: 0.7123 元/kWh is 7123. */
  readonly yuanPer10000Kwh: Readonly<Partial<Record<TariffBand, number>>>;
}
