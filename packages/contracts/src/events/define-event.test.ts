import { describe, expect, it } from '@jest/globals';
import { JOBS } from '../jobs/index.js';
import { EVENTS } from './index.js';

describe('the queue of events', () => {
  it('holds no job that somebody waits for', () => {
    const ofEvents = new Set(EVENTS.map(({ queue }) => queue));
    expect(JOBS.filter(({ queue }) => ofEvents.has(queue)).map(({ name }) => name)).toEqual([]);
  });
});
