import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { MOULDING_METRICS } from '@tenon/domain/simulation';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../messages');

function namesIn(locale: string): Record<string, string> {
  const { names } = JSON.parse(readFileSync(path.join(folder, locale, 'metrics.json'), 'utf8')) as { names: Record<string, string> };
  return names;
}

describe('the names of metrics', () => {
  it('call what the simulated machine sends as the simulation does', () => {
    const [zh, en] = [namesIn('zh-CN'), namesIn('en')];
    for (const { key, nameZh, nameEn } of MOULDING_METRICS) expect({ key, zh: zh[key], en: en[key] }).toEqual({ key, zh: nameZh, en: nameEn });
  });
});
