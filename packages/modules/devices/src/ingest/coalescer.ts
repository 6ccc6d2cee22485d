/**
 * Collects items for a moment and hands them over together, one hand-over at a time: what arrives during one makes up the
 * next. Turns a statement a message into a statement a moment.
 */
export class Coalescer<Item> {
  private items: Item[] = [];
  private running: Promise<void> | undefined;

  /** @param handOver must not throw */
  constructor(
    private readonly delayMs: number,
    private readonly handOver: (items: Item[]) => Promise<void>,
    private readonly maxAtOnce = 1_000,
  ) {}

  get size(): number {
    return this.items.length;
  }

  add(item: Item): void {
    this.items.push(item);
    this.running ??= this.run();
  }

  /** Resolves when everything added so far was handed over. */
  async settled(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.items.length > 0) {
      await new Promise((resolve) => setTimeout(resolve, this.delayMs));
      await this.handOver(this.items.splice(0, this.maxAtOnce));
    }
    this.running = undefined;
  }
}
