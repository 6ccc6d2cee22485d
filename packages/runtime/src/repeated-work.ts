/** What is done again and again, and how long it rests. */
export interface RepeatedWorkOptions {
  readonly work: () => Promise<void>;
  readonly everyMs: number;
  /** The rest after it failed. */
  readonly afterFailureMs: number;
  /** Is told of each failure; the work goes on all the same. */
  readonly onFailure: (error: unknown) => void;
}

/** Work that is done at once and then again after each rest; never twice at one time. While it rests it keeps no process from ending. */
export class RepeatedWork {
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> | undefined;
  private isClosed = false;

  constructor(private readonly options: RepeatedWorkOptions) {}

  start(): void {
    this.current = this.run();
  }

  /** Ends when what is under way has ended; nothing begins any more. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.current;
  }

  private async run(): Promise<void> {
    const { work, everyMs, afterFailureMs, onFailure } = this.options;
    let restMs = everyMs;
    try {
      await work();
    } catch (error) {
      onFailure(error);
      restMs = afterFailureMs;
    }
    if (!this.isClosed) this.timer = setTimeout(() => this.start(), restMs).unref();
  }
}
