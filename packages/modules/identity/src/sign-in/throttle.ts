import { limited } from '@tenon/kernel';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const ATTEMPTS = 10;
const WINDOW_S = 300;
const PER_ADDRESS = 100;

/** Slows down guessing: ten wrong passwords in five minutes for one e-mail from one address, a hundred from one address. */
export class SignInThrottle {
  private readonly byPerson = new RateLimiterMemory({ points: ATTEMPTS, duration: WINDOW_S });
  private readonly byAddress = new RateLimiterMemory({ points: PER_ADDRESS, duration: WINDOW_S });

  /** Runs `attempt`; a failure is counted. @throws AppError (limited) AUTH.TOO_MANY_ATTEMPTS, with the seconds to wait */
  async guard<T>(email: string, address: string, attempt: () => Promise<T>): Promise<T> {
    const person = `${email} ${address}`;
    await this.refuseWhenSpent(this.byPerson, person, ATTEMPTS);
    await this.refuseWhenSpent(this.byAddress, address, PER_ADDRESS);
    try {
      const result = await attempt();
      await this.byPerson.delete(person);
      return result;
    } catch (error) {
      await Promise.allSettled([this.byPerson.consume(person), this.byAddress.consume(address)]);
      throw error;
    }
  }

  private async refuseWhenSpent(limiter: RateLimiterMemory, key: string, points: number): Promise<void> {
    const spent: RateLimiterRes | null = await limiter.get(key);
    if (!spent || spent.consumedPoints < points) return;
    const waitS = Math.ceil(spent.msBeforeNext / 1_000);
    throw limited('AUTH.TOO_MANY_ATTEMPTS', 'Too many attempts. Wait a little.', { waitS });
  }
}
