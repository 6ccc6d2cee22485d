import { describe, expect, it } from '@jest/globals';
import { closingLine, failures, skippedTitles, stepLine, sum, tallyOf } from './tally.mjs';

const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, numRuntimeErrorTestSuites: 0, testResults: [] };

describe('the closing line', () => {
  it('is the same to the letter, every time', () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(closingLine({ passed: 12, failed: 3, skipped: 2 })).toBe('12 passed, 3 failed');
  });
  it('says of a step what it left out', () => {
    expect(stepLine({ passed: 12, failed: 3, skipped: 2 })).toBe('12 passed, 3 failed, 2 skipped');
    expect(stepLine({ passed: 12, failed: 3, skipped: 0 })).toBe('12 passed, 3 failed');
  });
  it('sums the steps', () => {
    expect(sum([{ passed: 1, failed: 0, skipped: 0 }, { passed: 2, failed: 1, skipped: 4, failures: ['a thing'] }])).toEqual({ passed: 3, failed: 1, skipped: 4, failures: ['a thing'] });
  });
});

describe('what a run of Jest counts', () => {
  it('is its tests', () => expect(tallyOf(report, 0)).toEqual({ passed: 5, failed: 0, skipped: 1 }));
  it('names what was left out', () => {
    const testResults = [{ name: '/a/thing.test.ts', status: 'passed', message: '', assertionResults: [{ fullName: 'a thing works', status: 'passed' }, { fullName: 'a thing without a server', status: 'pending' }] }];
    expect(skippedTitles({ ...report, testResults })).toEqual(['a thing without a server']);
    expect(skippedTitles(null)).toEqual([]);
  });
  it('names what failed, and how its complaint begins', () => {
    const failed = (fullName: string, complaint: string) => ({ fullName, status: 'failed', failureMessages: [complaint] });
    const testResults = [
      { name: '/a/thing.test.ts', status: 'failed', message: 'as below', assertionResults: [{ fullName: 'a thing works', status: 'passed', failureMessages: [] }, failed('a thing lasts', `\u001B[31mError:\u001B[39m  it\n  broke ${'!'.repeat(400)}`)] },
      { name: '/a/many.test.ts', status: 'failed', message: 'as below', assertionResults: [failed('one', 'no'), failed('two', 'no'), failed('three', 'yes')] },
      { name: '/a/broken.test.ts', status: 'failed', message: 'SyntaxError: no', assertionResults: [] },
      { name: '/a/touched.test.ts', status: 'failed', message: 'a row is another', assertionResults: [{ fullName: 'a thing works', status: 'passed' }] },
      { name: '/a/whole.test.ts', status: 'passed', message: '', assertionResults: [{ fullName: 'a thing works', status: 'passed' }] },
    ];
    expect(failures({ ...report, testResults })).toEqual([
      `thing.test.ts: a thing lasts: Error: it broke ${'!'.repeat(300 - 'Error: it broke '.length)}`,
      'many.test.ts: one and 1 more: no',
      'many.test.ts: three: yes',
      'broken.test.ts: SyntaxError: no',
      'touched.test.ts: a row is another',
    ]);
    expect(failures(null)).toEqual([]);
  });
  it('is a file that could not be loaded, too', () => expect(tallyOf({ ...report, numRuntimeErrorTestSuites: 2 }, 1).failed).toBe(2));
  it('is a failure that no test shows', () => expect(tallyOf(report, 1).failed).toBe(1));
  it('is a failure when nothing was reported', () => expect(tallyOf(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 }));
});
