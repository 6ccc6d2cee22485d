import { expect, it } from '@jest/globals';
import { ACCEPTED } from './accepted.mjs';
import { advisoriesIn, openAdvisories, type Advisory } from './advisories.mjs';

const advisory = (name: string, severity: string): Advisory => ({ url: `https://example.test/${name}`, title: `${name} gives way`, severity, name, range: '<2' });
const report = (...via: readonly (Advisory | string)[][]): string => JSON.stringify({ auditReportVersion: 2, vulnerabilities: Object.fromEntries(via.map((each, index) => [`p${index}`, { via: each }])) });

it('advisories are found once, the gravest first, from moderate upwards', () => {
  const said = report([advisory('a', 'moderate'), 'b'], [advisory('b', 'critical'), advisory('a', 'moderate')], [advisory('c', 'low')]);
  expect(advisoriesIn(said)?.map(({ name }) => name)).toEqual(['b', 'a']);
  expect(advisoriesIn(report())).toEqual([]);
});

it.each(['', '<html>', '{"statusCode":405,"message":"Method Not Allowed"}', '{"error":{"code":"ENOTFOUND"}}'])('none is known where npm could not ask: %j', (said) => {
  expect(advisoriesIn(said)).toBeNull();
});

it('an accepted one is open again from its day on', () => {
  const found = [advisory('a', 'high'), advisory('b', 'high')];
  const open = (today: string): string[] => openAdvisories(found, [{ url: 'https://example.test/a', because: 'not called', until: '2027-01-01' }], today).map(({ name }) => name);
  expect([open('2026-12-31'), open('2027-01-01')]).toEqual([['b'], ['a', 'b']]);
});

it('what is accepted has a reason and a day', () => {
  expect(ACCEPTED.filter(({ because, until }) => because.length < 20 || !/^\d{4}-\d\d-\d\d$/.test(until))).toEqual([]);
});
