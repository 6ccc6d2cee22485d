import { expect } from '@jest/globals';
import { DatabaseWay } from '../database-way.js';
import { freePort } from '../free-port.js';

/** Status and body of a page. */
type Answer = readonly [number, unknown];

const ALIVE: Answer = [200, { status: 'ok' }];

/**
 * Starts a process while its database recovers, and lets that come up: the process lives and says why it is not ready,
 * and then it is.
 * @param start told where the database is and which port its pages shall have; resolves when all is up
 */
export async function expectToWaitForRecovery(databaseUrl: string, start: (where: { databaseUrl: string; port: number }) => Promise<unknown>): Promise<void> {
  const way = await DatabaseWay.to(databaseUrl);
  const port = await freePort();
  const turnedAway = way.recover();
  const started = start({ databaseUrl: way.url, port });
  await Promise.race([turnedAway, started]);
  expect(await health(port)).toEqual([ALIVE, [503, { status: 'not-ready', code: 'DB.UNAVAILABLE' }]]);
  way.lead();
  await started;
  expect(await health(port)).toEqual([ALIVE, [200, { status: 'ready' }]]);
  way.shut();
}

function health(port: number): Promise<Answer[]> {
  return Promise.all(
    ['healthz', 'readyz'].map(async (page): Promise<Answer> => {
      const answer = await fetch(`http://127.0.0.1:${port}/${page}`);
      return [answer.status, await answer.json()];
    }),
  );
}
