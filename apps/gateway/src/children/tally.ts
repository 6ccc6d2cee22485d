import type { AppError } from '@tenon/kernel';

/** What became of a message that speaks of several machines: told once, when all of it is settled, by the gravest fault of it. */
export class Tally {
  private open = 1;
  private fault: AppError | null = null;

  constructor(private readonly done: (error: AppError | null) => void) {}

  /** A part of it begins. @returns what is told when that part is settled */
  part(): (error: AppError | null) => void {
    this.open += 1;
    return (error) => this.settle(error);
  }

  /** All parts have begun. */
  close(): void {
    this.settle(null);
  }

  private settle(error: AppError | null): void {
    // What could not be done now must be sent again, and that outweighs what can never be.
    if (error && (this.fault === null || error.kind === 'unavailable')) this.fault = error;
    this.open -= 1;
    if (this.open === 0) this.done(this.fault);
  }
}
