import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { partsOf, readAlerts } from './alert-rules.js';
import { filesBelow, textOf } from './repository-files.js';

const ALERTS = 'infra/prometheus/alerts.yaml';
const rules = readAlerts(textOf(ALERTS));
const sources = filesBelow('packages').filter((file) => file.endsWith('.ts') && !/\.test\.ts$|\/(dist|generated|node_modules)\//.test(file)).map(textOf).join('\n');

describe('an alert', () => {
  it.each(rules.map((rule) => [rule.alert, rule] as const))('%s is one that Prometheus can read, and says what to do', (_name, { expr, for: held, labels, annotations }) => {
    expect(partsOf(expr).faults).toEqual([]);
    expect(held ?? '1m').toMatch(/^\d+[smhd]$/);
    expect(['page', 'ticket']).toContain(labels['severity']);
    expect(Object.keys(annotations)).toEqual(['summary', 'action']);
  });

  it.each(rules.flatMap(({ alert, expr }) => partsOf(expr).codes.map((code) => [alert, code])))('%s looks for %s, which the platform answers with', (_alert, code) => {
    expect(code === 'INTERNAL' || sources.includes(`'${code}'`)).toBe(true);
  });

  it('has a name of its own', () => {
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  });

  it('is refused where it is none', () => {
    expect(partsOf('sum(rate(x[5m])').faults).not.toEqual([]);
    expect(partsOf('sum by (le) (rate(a_bucket{code=~"X.Y|Z"}[5m])) > b')).toEqual({ faults: [], metrics: ['a_bucket', 'b'], codes: ['X.Y', 'Z'] });
  });
});

describe('how Prometheus is set up', () => {
  it('takes these alerts, and asks the services of the compose file', () => {
    const set = parse(textOf('infra/prometheus/prometheus.yaml')) as { rule_files: string[]; scrape_configs: { job_name: string; static_configs: { targets: string[] }[] }[] };
    expect(set.rule_files).toEqual(['alerts.yaml']);
    const services = Object.keys((parse(textOf('infra/compose.yaml')) as { services: object }).services);
    const asked = set.scrape_configs.flatMap(({ static_configs: some }) => some.flatMap(({ targets }) => targets));
    for (const target of asked) expect(services).toContain(target.split(':')[0]);
    expect(set.scrape_configs.map(({ job_name: name }) => name)).toEqual(['tenon']);
  });
});
