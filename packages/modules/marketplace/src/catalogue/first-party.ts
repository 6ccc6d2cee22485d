import type { AppManifest } from '@tenon/contracts/manifest';

const energy: AppManifest = {
  engine: 'energy',
  slug: 'energy-carbon',
  version: '1.0.0',
  name: { zh: '能耗与碳', en: 'Energy & carbon' },
  summary: {
    zh: '用了多少电、花了多少钱、排了多少碳，峰平谷各占多少。',
    en: 'How much electricity, what it cost and emitted, and how much fell in peak hours.',
  },
  description: {
    zh: '选一个电能或功率指标，填上峰、平、谷时段和电价，就能按日、周、月看到用电量、电费和碳排放：哪个时段最贵，停产时还在耗多少电（基荷），最大需量出现在什么时候，和上一期相比多了还是少了。每个数字都能追到原始读数。碳排放默认用 2023 年全国电力平均排放因子 0.5306 kgCO₂/kWh，也可以换成自己的。',
    en: 'Choose a metric of energy or power, enter the hours and prices of peak, flat and valley, and see energy, cost and carbon by day, week and month: which hours cost most, what runs when nothing is made (base load), when demand was highest, and whether it was more or less than the period before. Every figure leads back to the readings. Carbon uses the national average factor of 2023, 0.5306 kgCO₂/kWh, or your own.',
  },
  scopes: [
    { permission: 'device:read', purpose: { zh: '列出机器，供你选择要核算的那几台。', en: 'To list machines, so that you can choose which to count.' } },
    { permission: 'telemetry:read', purpose: { zh: '读取所选指标的数值，计算电量、电费和碳排放。', en: 'To read the chosen metrics and compute energy, cost and carbon from them.' } },
  ],
  price: { model: 'free' },
};

/** Apps the platform itself publishes. */
export const FIRST_PARTY: readonly AppManifest[] = [energy];
