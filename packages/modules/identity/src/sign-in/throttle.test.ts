import { describe, expect, it } from '@jest/globals';
import { AppError, unauthenticated, unavailable } from '@tenon/kernel';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Counting } from './allowance.js';
import { SignInThrottle, type SignInLimits } from './throttle.js';

const LIMITS: SignInLimits = { perPerson: 3, perEmail: 8, perAddress: 5, codesPerPerson: 4, signUpsPerAddress: 2, resetsPerEmail: 2, resetsPerAddress: 3 };
/** The library’s own way to count without a database. */
const inMemory: Counting = (keyPrefix, points, duration) => new RateLimiterMemory({ keyPrefix, points, duration });
const wrong = (): Promise<never> => Promise.reject(unauthenticated('AUTH.WRONG_CREDENTIALS', 'wrong'));
const right = (): Promise<string> => Promise.resolve('in');

async function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    (result) => result ?? 'done',
    (error: unknown) => (error instanceof AppError ? error.code : error),
  );
}

describe('guessing', () => {
  it('is counted before it is tried, so that trying at once gains nothing', async () => {
    const throttle = new SignInThrottle(LIMITS, inMemory);
    let tried = 0;
    const attempt = (): Promise<never> => {
      tried += 1;
      return wrong();
    };
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => outcomeOf(throttle.guess('a@x', '1', attempt))));
    expect(tried).toBe(3);
    expect(outcomes.filter((outcome) => outcome === 'AUTH.TOO_MANY_ATTEMPTS')).toHaveLength(17);
  });

  it('says how long to wait', async () => {
    const throttle = new SignInThrottle(LIMITS, inMemory);
    for (let turn = 0; turn < 3; turn += 1) await outcomeOf(throttle.guess('a@x', '1', wrong));
    const refusal = await throttle.guess('a@x', '1', right).catch((error: AppError) => error);
    expect(refusal).toMatchObject({ kind: 'limited', details: { waitS: expect.any(Number) } });
    const { waitS } = (refusal as AppError).details;
    expect(waitS).toBeGreaterThan(60);
    expect(waitS).toBeLessThanOrEqual(300);
  });

  it('from one address does not lock the owner out at another', async () => {
    const throttle = new SignInThrottle(LIMITS, inMemory);
    for (let turn = 0; turn < 50; turn += 1) await outcomeOf(throttle.guess('owner@x', 'attacker', wrong));
    expect(await outcomeOf(throttle.guess('owner@x', 'home', right))).toBe('in');
  });

  it('from many addresses ends at the bound of the e-mail', async () => {
    const throttle = new SignInThrottle(LIMITS, inMemory);
    for (let turn = 0; turn < 8; turn += 1) await outcomeOf(throttle.guess('owner@x', `attacker ${turn}`, wrong));
    expect(await outcomeOf(throttle.guess('owner@x', 'one more', wrong))).toBe('AUTH.TOO_MANY_ATTEMPTS');
    expect(await outcomeOf(throttle.guess('other@x', 'one more', right))).toBe('in');
  });

  it('at many e-mails ends at the bound of the address', async () => {
    const throttle = new SignInThrottle(LIMITS, inMemory);
    for (let turn = 0; turn < 5; turn += 1) await outcomeOf(throttle.guess(`${turn}@x`, '1', wrong));
    expect(await outcomeOf(throttle.guess('next@x', '1', wrong))).toBe('AUTH.TOO_MANY_ATTEMPTS');
  });

  it('is not what signing in is, nor what a database that is away is', async () => {
    const throttle = new SignInThrottle(LIMITS, inMemory);
    const away = (): Promise<never> => Promise.reject(unavailable('DB.UNAVAILABLE', 'away'));
    for (let turn = 0; turn < 20; turn += 1) {
      expect(await outcomeOf(throttle.guess('a@x', '1', right))).toBe('in');
      expect(await outcomeOf(throttle.guess('b@x', '1', away))).toBe('DB.UNAVAILABLE');
    }
  });
});

describe('guessing at six digits', () => {
  const wrongCode = (): Promise<never> => Promise.reject(unauthenticated('AUTH.WRONG_CODE', 'wrong'));
  const rightCode = (): Promise<void> => Promise.resolve();

  it('ends at a bound that holds from anywhere, for this person alone', async () => {
    const throttle = new SignInThrottle(LIMITS, inMemory);
    const said: unknown[] = [];
    for (let turn = 0; turn < 6; turn += 1) said.push(await outcomeOf(throttle.guessCode('a', `address ${turn}`, wrongCode)));
    expect(said).toEqual([...Array.from({ length: 4 }, () => 'AUTH.WRONG_CODE'), 'AUTH.TOO_MANY_ATTEMPTS', 'AUTH.TOO_MANY_ATTEMPTS']);
    expect(await outcomeOf(throttle.guessCode('a', 'home', rightCode))).toBe('AUTH.TOO_MANY_ATTEMPTS');
    expect(await outcomeOf(throttle.guessCode('b', 'address 0', rightCode))).toBe('done');
  });

  it('spends nothing of that bound where an address is shut out, nor by what is right', async () => {
    const throttle = new SignInThrottle(LIMITS, inMemory);
    for (let turn = 0; turn < 20; turn += 1) await outcomeOf(throttle.guessCode('a', 'attacker', wrongCode));
    for (let turn = 0; turn < 20; turn += 1) expect(await outcomeOf(throttle.guessCode('a', 'home', rightCode))).toBe('done');
  });
});

describe('sign-ups and links', () => {
  it('are counted by address, and links by e-mail as well', async () => {
    const throttle = new SignInThrottle(LIMITS, inMemory);
    const signUps = [await outcomeOf(throttle.signUp('1')), await outcomeOf(throttle.signUp('1')), await outcomeOf(throttle.signUp('1')), await outcomeOf(throttle.signUp('2'))];
    expect(signUps).toEqual(['done', 'done', 'AUTH.TOO_MANY_ATTEMPTS', 'done']);
    const resets = [await outcomeOf(throttle.reset('a@x', '1')), await outcomeOf(throttle.reset('a@x', '2')), await outcomeOf(throttle.reset('a@x', '3')), await outcomeOf(throttle.reset('b@x', '3'))];
    expect(resets).toEqual(['done', 'done', 'AUTH.TOO_MANY_ATTEMPTS', 'done']);
    for (const email of ['c@x', 'd@x']) await outcomeOf(throttle.reset(email, '1'));
    expect(await outcomeOf(throttle.reset('e@x', '1'))).toBe('AUTH.TOO_MANY_ATTEMPTS');
  });

  it('and the use of a link is counted by address', async () => {
    const throttle = new SignInThrottle(LIMITS, inMemory);
    for (let turn = 0; turn < 5; turn += 1) await throttle.link('1');
    expect(await outcomeOf(throttle.link('1'))).toBe('AUTH.TOO_MANY_ATTEMPTS');
  });
});
