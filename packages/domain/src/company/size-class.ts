/** How large an industrial company is in statistics. */
export const SIZE_CLASSES = ['MICRO', 'SMALL', 'MEDIUM', 'LARGE'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** What the class of an industrial company follows from. */
export interface CompanySize {
  /** People employed. */
  readonly employees: number;
  /** Income of a year, in yuan. */
  readonly yearlyRevenueYuan: number;
}

/** Lower bounds of both, from the largest down. */
const BOUNDS = [
  { size: 'LARGE', employees: 1_000, yearlyRevenueYuan: 400_000_000 },
  { size: 'MEDIUM', employees: 300, yearlyRevenueYuan: 20_000_000 },
  { size: 'SMALL', employees: 20, yearlyRevenueYuan: 3_000_000 },
] as const;

/**
 * The class of an industrial company: the highest of which it reaches both lower bounds; a micro company falls short of one of the last.
 * Source: 统计上大中小微型企业划分办法（2017）, National Bureau of Statistics; 工信部联企业〔2011〕300号.
 */
export function sizeClass(company: CompanySize): SizeClass {
  return BOUNDS.find((bound) => company.employees >= bound.employees && company.yearlyRevenueYuan >= bound.yearlyRevenueYuan)?.size ?? 'MICRO';
}
