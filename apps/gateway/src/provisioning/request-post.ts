import type { KnownKey, ProvisioningRepository } from '@tenon/devices/ingest';
import { conflict, SECOND_MS, unavailable } from '@tenon/kernel';

/** Where an announcement was lost. */
const AGAIN_MS = SECOND_MS;

/** Waits for what the worker says to machines that ask for themselves. */
export class RequestPost {
  private readonly waiting = new Map<string, () => void>();

  constructor(
    private readonly repository: Pick<ProvisioningRepository, 'state'>,
    private readonly patienceMs: number,
  ) {}

  /** It was announced that a request is answered. */
  heard(requestId: string): void {
    this.waiting.get(requestId)?.();
  }

  /** Announcements were missed. */
  missedSome(): void {
    for (const look of this.waiting.values()) look();
  }

  /** Resolves when the machine is there. @throws AppError (conflict) with the code of its refusal; (unavailable) PROVISION.NOT_YET where nobody answers */
  async answered(key: KnownKey, requestId: string): Promise<void> {
    const untilMs = Date.now() + this.patienceMs;
    for (;;) {
      const told = this.told(requestId);
      const state = await this.repository.state(key, requestId);
      if (state?.state === 'done') return told.stop();
      if (state?.state === 'refused') {
        told.stop();
        throw conflict(state.code ?? 'PROVISION.REFUSED', 'The machine was not let in.');
      }
      if (Date.now() >= untilMs) {
        told.stop();
        throw unavailable('PROVISION.NOT_YET', 'Nobody answers just now; try again.');
      }
      await told.once;
    }
  }

  /** Listens from before the look, so that nothing falls between. */
  private told(requestId: string): { readonly once: Promise<void>; stop(): void } {
    let stop = (): void => undefined;
    const once = new Promise<void>((resolve) => {
      const timer = setTimeout(() => stop(), AGAIN_MS);
      stop = () => {
        clearTimeout(timer);
        this.waiting.delete(requestId);
        resolve();
      };
      this.waiting.set(requestId, stop);
    });
    return { once, stop: () => stop() };
  }
}
