import type { EmissionFactor } from './emission-factor.js';

/** Read at 163.com/dy/article/KIQVBKCG05567I2C.html and reportify.ai in January 2026, which agree; hence only `reported`. */
const published = {
  dataYear: 2023,
  source: '生态环境部、国家统计局《2023年电力二氧化碳排放因子》',
  certainty: 'reported',
} as const;

/** The national average of 2023, 0.5306 kg CO₂ per kWh: what a site uses until it chooses another. */
export const DEFAULT_EMISSION_FACTOR: EmissionFactor = {
  region: 'national',
  nameZh: '全国电力平均',
  basis: 'location',
  kgCo2PerKwh: 0.5306,
  ...published,
};

/** Grid emission factors of 2023 as published for China: the country by three bases, then its seven regions. */
export const EMISSION_FACTORS_2023: readonly EmissionFactor[] = [
  DEFAULT_EMISSION_FACTOR,
  { region: 'national', nameZh: '全国电力平均(不含市场化交易的非化石能源电量)', basis: 'residual', kgCo2PerKwh: 0.6096, ...published },
  { region: 'national', nameZh: '全国化石能源电力', basis: 'fossil', kgCo2PerKwh: 0.8273, ...published },
  { region: 'north', nameZh: '华北', basis: 'location', kgCo2PerKwh: 0.6361, ...published },
  { region: 'northeast', nameZh: '东北', basis: 'location', kgCo2PerKwh: 0.5122, ...published },
  { region: 'east', nameZh: '华东', basis: 'location', kgCo2PerKwh: 0.55, ...published },
  { region: 'central', nameZh: '华中', basis: 'location', kgCo2PerKwh: 0.5271, ...published },
  { region: 'northwest', nameZh: '西北', basis: 'location', kgCo2PerKwh: 0.5543, ...published },
  { region: 'south', nameZh: '南方', basis: 'location', kgCo2PerKwh: 0.4042, ...published },
  { region: 'southwest', nameZh: '西南', basis: 'location', kgCo2PerKwh: 0.2472, ...published },
];
