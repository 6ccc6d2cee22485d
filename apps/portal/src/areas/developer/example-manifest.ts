import type { IndicatorsManifest } from '@tenon/contracts/manifest';

/** A complete app of indicators to begin from: an injection-moulding shop's day. */
export const EXAMPLE_MANIFEST: IndicatorsManifest = {
  slug: 'moulding-day',
  version: '1.0.0',
  engine: 'indicators',
  name: { zh: '注塑日报', en: 'Moulding day' },
  summary: {
    zh: '每台注塑机一天出了多少良品、多少废品，周期快了还是慢了。',
    en: 'Good parts, scrap and cycle time of a moulding machine, day by day.',
  },
  description: {
    zh: '选好良品计数、废品计数和成型周期三个指标，每天给出良品数、废品数、平均周期和最长周期。班组长早会上看一眼，就知道昨天哪里慢了。',
    en: 'Choose the counters of good parts and scrap and the cycle time. Each day shows parts made, parts scrapped, mean and longest cycle: enough for the morning meeting to see where yesterday was lost.',
  },
  scopes: [
    { permission: 'device:read', purpose: { zh: '列出机器，供您选择要看的那一台。', en: 'To list machines, so that you can choose one.' } },
    { permission: 'telemetry:read', purpose: { zh: '读取所选的计数和周期，算出每天的数字。', en: 'To read the chosen counters and cycle time and compute the figures of each day.' } },
  ],
  price: { model: 'free' },
  inputs: [
    { key: 'good', label: { zh: '良品计数', en: 'Good parts counter' } },
    { key: 'scrap', label: { zh: '废品计数', en: 'Scrap counter' } },
    { key: 'cycle', label: { zh: '成型周期', en: 'Cycle time' } },
  ],
  indicators: [
    { key: 'good-parts', label: { zh: '良品数', en: 'Good parts' }, input: 'good', aggregate: 'delta' },
    { key: 'scrap-parts', label: { zh: '废品数', en: 'Scrap' }, input: 'scrap', aggregate: 'delta' },
    { key: 'cycle-mean', label: { zh: '平均周期', en: 'Mean cycle' }, input: 'cycle', aggregate: 'mean', unit: 's' },
    { key: 'cycle-max', label: { zh: '最长周期', en: 'Longest cycle' }, input: 'cycle', aggregate: 'max', unit: 's' },
  ],
};

/** The example as the editor shows it. */
export const EXAMPLE_TEXT = JSON.stringify(EXAMPLE_MANIFEST, null, 2);
