import { AppError } from '@tenon/kernel';
import { Allowance, type Counting } from './allowance.js';

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

/** Slows down guessing, mass sign-up and floods of mail. Everything is counted before it is tried, so trying at once gains nothing. */
export class SignInThrottle {
  private readonly byPerson: Allowance;
  private readonly byEmail: Allowance;
  private readonly byAddress: Allowance;
  private readonly codes: Allowance;
  private readonly signUps: Allowance;
  private readonly resetsByEmail: Allowance;
  private readonly resetsByAddress: Allowance;

  constructor(limits: SignInLimits, counting: Counting) {
    const allow = (kind: string, points: number, durationS: number): Allowance => new Allowance(counting(kind, points, durationS));
    this.byPerson = allow('person', limits.perPerson, GUESS_WINDOW_S);
    this.byEmail = allow('email', limits.perEmail, GUESS_WINDOW_S);
    this.byAddress = allow('address', limits.perAddress, GUESS_WINDOW_S);
    this.codes = allow('code', limits.codesPerPerson, HOUR_S);
    this.signUps = allow('sign-up', limits.signUpsPerAddress, HOUR_S);
    this.resetsByEmail = allow('reset-email', limits.resetsPerEmail, HOUR_S);
    this.resetsByAddress = allow('reset-address', limits.resetsPerAddress, HOUR_S);
  }

  /**
   * Runs an attempt to sign in, or another guess. Only a wrong one stays counted; the right one clears its person's count from there.
   * @param isWrong whether what it failed with says that it was a wrong guess, as a wrong password does
   * @throws AppError (limited) AUTH.TOO_MANY_ATTEMPTS, with the seconds to wait
   */
  async guess<T>(email: string, address: string, attempt: () => Promise<T>, isWrong = isUnauthenticated): Promise<T> {
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
      if (!isWrong(error)) await Promise.all([this.byPerson.giveBack(person), this.byAddress.giveBack(address), this.byEmail.giveBack(email)]);
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

  /**
   * Runs an attempt that says itself who it is of, such as one by a passkey: only from one address is it bounded, as nobody guesses a signature.
   * @throws AppError (limited) AUTH.TOO_MANY_ATTEMPTS, with the seconds to wait
   */
  async guessFrom<T>(address: string, attempt: () => Promise<T>): Promise<T> {
    await this.byAddress.spend(address);
    const result = await attempt();
    await this.byAddress.giveBack(address);
    return result;
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

function isUnauthenticated(error: unknown): boolean {
  return error instanceof AppError && error.kind === 'unauthenticated';
}
