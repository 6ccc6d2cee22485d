type Listener = () => void;

const ASKED_AGAIN_MS = 5_000;

/** Whether the portal's own server answers, whatever it answers. */
async function doesAnswer(): Promise<boolean> {
  try {
    await fetch('/healthz', { method: 'HEAD', cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether this page is cut off. A browser without a network says so itself, but means any network: on the very computer that runs the
 * platform, or behind a tunnel, everything works all the same. So where it says that it has none the portal is asked, until it answers.
 */
export class NetworkState {
  isCutOff = false;
  readonly #listeners = new Set<Listener>();
  #again: ReturnType<typeof setTimeout> | undefined;

  /** @param reaches asks the portal */
  constructor(private readonly reaches: () => Promise<boolean>) {}

  subscribe = (listener: Listener): (() => void) => {
    if (this.#listeners.size === 0) this.#begin();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#end();
    };
  };

  #begin(): void {
    addEventListener('online', this.#look);
    addEventListener('offline', this.#look);
    this.#look();
  }

  #end(): void {
    removeEventListener('online', this.#look);
    removeEventListener('offline', this.#look);
    clearTimeout(this.#again);
  }

  readonly #look = (): void => {
    clearTimeout(this.#again);
    if (navigator.onLine) return this.#set(false);
    void this.#ask();
  };

  async #ask(): Promise<void> {
    const isReached = await this.reaches();
    // Back meanwhile, or nobody wants to know any more.
    if (navigator.onLine || this.#listeners.size === 0) return;
    this.#set(!isReached);
    clearTimeout(this.#again);
    this.#again = setTimeout(this.#look, ASKED_AGAIN_MS);
  }

  #set(isCutOff: boolean): void {
    if (isCutOff === this.isCutOff) return;
    this.isCutOff = isCutOff;
    for (const listener of this.#listeners) listener();
  }
}

export const networkState = new NetworkState(doesAnswer);
