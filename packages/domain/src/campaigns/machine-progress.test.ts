import { describe, expect, it } from '@jest/globals';
import { progressOf, type MachineReport } from './machine-progress.js';

const TARGET = { title: '控制器', version: '2.0' };
const report = (said: Readonly<Record<string, readonly [value: unknown, atMs: number]>>): MachineReport => new Map(Object.entries(said).map(([key, [value, atMs]]) => [key, { value, atMs }]));
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const progress = (said: Parameters<typeof report>[0]) => progressOf('firmware', TARGET, report(said), { offeredAtMs: 100, isSame });

describe('what a machine reports of firmware', () => {
  it.each([
    ['DOWNLOADING', 'downloading'],
    ['DOWNLOADED', 'downloaded'],
    ['VERIFIED', 'verified'],
    ['updating', 'updating'],
    ['UPDATED', 'updated'],
  ])('%s means %s', (value, state) => expect(progress({ fw_state: [value, 100] })).toEqual({ state, words: null }));

  it('before the offer is of another', () => {
    expect(progress({ fw_state: ['FAILED', 99], fw_error: ['old', 99] })).toBeNull();
    expect(progress({})).toBeNull();
    expect(progress({ fw_state: ['IDLE', 200] })).toBeNull();
  });

  it('as a failure comes with its own words, as far as they are of this attempt', () => {
    expect(progress({ fw_state: ['FAILED', 150], fw_error: ['校验和不符', 150] })).toEqual({ state: 'failed', words: '校验和不符' });
    expect(progress({ fw_state: ['FAILED', 150], fw_error: ['old', 50] })).toEqual({ state: 'failed', words: null });
  });

  it('that it runs what it was asked for counts, whatever it says it is doing', () => {
    expect(progress({ fw_state: ['UPDATING', 150], current_fw_title: ['控制器', 160], current_fw_version: ['2.0', 160] })).toEqual({ state: 'updated', words: null });
  });

  it('as updated while it runs something else is a failure, unless that was said before', () => {
    expect(progress({ fw_state: ['UPDATED', 150], current_fw_title: ['控制器', 150], current_fw_version: ['1.9', 150] })).toEqual({ state: 'failed', words: '控制器 1.9' });
    expect(progress({ fw_state: ['UPDATED', 150], current_fw_title: ['控制器', 120], current_fw_version: ['1.0', 120] })).toEqual({ state: 'updated', words: null });
  });

  it('is read under other names for software', () => {
    expect(progressOf('software', TARGET, report({ fw_state: ['UPDATED', 150] }), { offeredAtMs: 100, isSame })).toBeNull();
    expect(progressOf('software', TARGET, report({ sf_state: ['UPDATED', 150] }), { offeredAtMs: 100, isSame })).toEqual({ state: 'updated', words: null });
  });
});

it('a configuration is taken when each of its values is reported; what is asked no more needs no report', () => {
  const of = (said: Parameters<typeof report>[0]) => progressOf('configuration', { values: { mode: 'eco', limits: [1, 2], old: null } }, report(said), { offeredAtMs: 100, isSame });
  expect(of({ mode: ['eco', 1] })).toBeNull();
  expect(of({ mode: ['eco', 1], limits: [[1, 3], 2] })).toBeNull();
  expect(of({ mode: ['eco', 1], limits: [[1, 2], 2] })).toEqual({ state: 'updated', words: null });
});
