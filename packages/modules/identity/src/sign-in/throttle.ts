import { AppError, limited } from '@tenon/kernel';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How often each thing may be tried. */
export interface SignInLimits {
  /** Wrong passwords in five minutes for one e-mail from one address. */
  readonly perPerson: number;
  /** The same for one e-mail from anywhere: far higher, or strangers could lock its owner out. */
  readonly perEmail: number;
  /** The same from one address, whatever the e-mail. */
  readonly perAddress: number;
  /** Wrong codes of a second factor in an hour for one person, from anywhere. */
  readonly codesPerPerson: number;
  /** Sign-ups in an hour from one address. */
  readonly signUpsPerAddress: number;
  /** Links to a new password in an hour for one e-mail. */
  readonly resetsPerEmail: number;
  /** The same from one address. */
  readonly resetsPerAddress: number;
}

const GUESS_WINDOW_S = 300;
const HOUR_S = 3_600;

/** So many acts in so long, counted for each key by itself, in this process's memory. */
class Allowance {
  private readonly limiter: RateLimiterMemory;

  constructor(points: number, duration: number) {
    this.limiter = new RateLimiterMemory({ points, duration });
  }

  /** @throws AppError (limited) AUTH.TOO_MANY_ATTEMPTS, with the seconds to wait */
  async spend(key: string): Promise<void> {
    try {
      await this.limiter.consume(key);
    } catch (spent) {
      if (!(spent instanceof RateLimiterRes)) throw spent;
      throw limited('AUTH.TOO_MANY_ATTEMPTS', 'Too many attempts. Wait a little.', { waitS: Math.max(1, Math.ceil(spent.msBeforeNext / 1_000)) });
    }
  }

  async giveBack(key: string): Promise<void> {
    await this.limiter.reward(key);
  }

  async forget(key: string): Promise<void> {
    await this.limiter.delete(key);
  }
}

/** Slows down guessing, mass sign-up and floods of mail. Everything is counted before it is tried, so trying at once gains nothing. */
export class SignInThrottle {
  private readonly byPerson: Allowance;
  private readonly byEmail: Allowance;
  private readonly byAddress: Allowance;
  private readonly codes: Allowance;
  private readonly signUps: Allowance;
  private readonly resetsByEmail: Allowance;
  private readonly resetsByAddress: Allowance;

  constructor(limits: SignInLimits) {
    this.byPerson = new Allowance(limits.perPerson, GUESS_WINDOW_S);
    this.byEmail = new Allowance(limits.perEmail, GUESS_WINDOW_S);
    this.byAddress = new Allowance(limits.perAddress, GUESS_WINDOW_S);
    this.codes = new Allowance(limits.codesPerPerson, HOUR_S);
    this.signUps = new Allowance(limits.signUpsPerAddress, HOUR_S);
    this.resetsByEmail = new Allowance(limits.resetsPerEmail, HOUR_S);
    this.resetsByAddress = new Allowance(limits.resetsPerAddress, HOUR_S);
  }

  /**
   * Runs an attempt to sign in. Only a wrong password stays counted; the right one clears its person's count from there.
   * @throws AppError (limited) AUTH.TOO_MANY_ATTEMPTS, with the seconds to wait
   */
  async guess<T>(email: string, address: string, attempt: () => Promise<T>): Promise<T> {
    const person = `${email} ${address}`;
    // The narrowest first: an address that is shut out spends nothing of what all addresses share.
    await this.byPerson.spend(person);
    await this.byAddress.spend(address);
    await this.byEmail.spend(email);
    try {
      const result = await attempt();
      await Promise.all([this.byPerson.forget(person), this.byAddress.giveBack(address), this.byEmail.giveBack(email)]);
      return result;
    } catch (error) {
      const isGuess = error instanceof AppError && error.kind === 'unauthenticated';
      if (!isGuess) await Promise.all([this.byPerson.giveBack(person), this.byAddress.giveBack(address), this.byEmail.giveBack(email)]);
      throw error;
    }
  }

  /**
   * Runs an attempt at a code of six digits. A million codes are soon tried from many addresses, so they have a bound of their
   * own that holds from anywhere, and is given back by nothing but the right one.
   * @throws AppError (limited) AUTH.TOO_MANY_ATTEMPTS, with the seconds to wait
   */
  async guessCode(userId: string, address: string, attempt: () => Promise<void>): Promise<void> {
    await this.guess(`code ${userId}`, address, async () => {
      await this.codes.spend(userId);
      await attempt();
      await this.codes.giveBack(userId);
    });
  }

  /** Counts a sign-up, whether or not it succeeds: it tells if an e-mail is taken. @throws AppError (limited) AUTH.TOO_MANY_ATTEMPTS */
  signUp(address: string): Promise<void> {
    return this.signUps.spend(address);
  }

  /** Counts a wish for a link to a new password, whether or not the e-mail is known. @throws AppError (limited) AUTH.TOO_MANY_ATTEMPTS */
  async reset(email: string, address: string): Promise<void> {
    await this.resetsByAddress.spend(address);
    await this.resetsByEmail.spend(email);
  }

  /** Counts the use of a link, which may be a guess at one. @throws AppError (limited) AUTH.TOO_MANY_ATTEMPTS */
  link(address: string): Promise<void> {
    return this.byAddress.spend(address);
  }
}
