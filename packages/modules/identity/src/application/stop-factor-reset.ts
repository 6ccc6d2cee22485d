import { Injectable } from '@nestjs/common';
import { conflict } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import { FactorResets } from '../sign-in/factor-resets.js';

/** Keeps one's second factor, where the office was told that it is lost. Repeating it fails with SECOND_FACTOR.NO_RESET. */
@Injectable()
export class StopFactorReset {
  constructor(private readonly resets: FactorResets) {}

  /** @throws AppError (conflict) SECOND_FACTOR.NO_RESET */
  async execute(principal: Principal): Promise<void> {
    if (!(await this.resets.stop(principal))) throw conflict('SECOND_FACTOR.NO_RESET', 'No reset of your second factor waits.');
  }
}
