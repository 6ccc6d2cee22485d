/** Keeps the results of the last few days asked for, so that neighbouring instants share one day's work. */
export class Recent<Value> {
  private readonly byDay = new Map<number, Value>();

  constructor(
    private readonly capacity: number,
    private readonly make: (day: number) => Value,
  ) {}

  get(day: number): Value {
    const known = this.byDay.get(day);
    if (known !== undefined) return known;
    const made = this.make(day);
    if (this.byDay.size >= this.capacity) this.byDay.delete(this.byDay.keys().next().value as number);
    this.byDay.set(day, made);
    return made;
  }
}
