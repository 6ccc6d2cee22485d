import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { EVENTS } from '../events/index.js';
import { JOBS } from './catalogue.js';

/** One file a job, named like it: a list with every shape its payload ever had. What waits in an outbox may be that old. */
const folder = new URL('../fixtures/', import.meta.url);
const payloadsOf = (name: string): unknown[] => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as unknown[];
const jobs = [...JOBS, ...EVENTS];

describe('payloads of earlier releases', () => {
  it.each(jobs.map(({ name, payload }) => ({ name, payload })))('of $name are still read, and whole', ({ name, payload }) => {
    const payloads = payloadsOf(name);
    expect(payloads).not.toEqual([]);
    for (const each of payloads) expect(payload.parse(each)).toEqual(each);
  });

  it('are kept for every job there is, and no other', () => {
    expect(readdirSync(folder).sort()).toEqual(jobs.map(({ name }) => `${name}.json`).sort());
  });
});
