/** How the live connection stands: `idle` before anything asked for it. */
export type LiveState = 'idle' | 'connecting' | 'open' | 'lost';

type Listener = () => void;

/** Holds the live connection's state, and says when it came back after a loss. */
export class LiveStatus {
  #state: LiveState = 'idle';
  readonly #listeners = new Set<Listener>();
  readonly #returned = new Set<Listener>();

  get state(): LiveState {
    return this.#state;
  }

  set(next: LiveState): void {
    if (next === this.#state) return;
    const isBack = this.#state === 'lost' && next === 'open';
    // A lost connection that tries again is still lost to whoever looks at the page.
    if (this.#state === 'lost' && next === 'connecting') return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
    if (isBack) for (const listener of this.#returned) listener();
  }

  subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What happened meanwhile was missed: the listener asks for it again. */
  onReturn(listener: Listener): () => void {
    this.#returned.add(listener);
    return () => this.#returned.delete(listener);
  }
}

export const liveStatus = new LiveStatus();
