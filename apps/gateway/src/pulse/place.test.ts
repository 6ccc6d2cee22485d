import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from '@jest/globals';
import { HERE, isKnownDead, placeText } from './place.js';

it('a process that ended is known to be dead where it ran, and nowhere else', async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
  await once(child, 'spawn');
  const place = { host: HERE.host, pid: child.pid! };
  expect(isKnownDead(place)).toBe(false);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect([isKnownDead(place), isKnownDead({ ...place, host: 'elsewhere' })]).toEqual([true, false]);
});

it('one of this process’s own number was before it', () => {
  expect([isKnownDead(HERE), isKnownDead({ host: '', pid: 0 })]).toEqual([true, false]);
});

it('is said as people look for it', () => {
  expect([placeText({ host: 'hall', pid: 12 }), placeText({ host: '', pid: 0 })]).toEqual(['hall, process 12', 'an earlier version']);
});
