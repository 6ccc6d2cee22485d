import { Injectable } from '@nestjs/common';
import type { UserActor } from '@tenon/domain/identity';
import { AppError } from '@tenon/kernel';
import { SignInThrottle } from './throttle.js';

/** Bounds guesses of people who are signed in at codes that are another company's to give: for each person and for each address, as for passwords. */
@Injectable()
export class CodeAttempts {
  constructor(private readonly throttle: SignInThrottle) {}

  /** Runs an attempt; one that finds nothing stays counted. @throws AppError (limited) AUTH.TOO_MANY_ATTEMPTS, with the seconds to wait */
  guess<T>({ userId, origin }: UserActor, attempt: () => Promise<T>): Promise<T> {
    return this.throttle.guess(`claim ${userId}`, origin?.address ?? '', attempt, (error) => error instanceof AppError && error.kind === 'not-found');
  }
}
