/**
 * Values made from `source`, as a generator that ends at once when it is returned. A plain generator that waits for its
 * source would end only with the source's next value, as its return() queues behind the pending next(): until then
 * whoever left would still count as following.
 * @param source whose own return() ends its waiting, as {@link Fanout}'s does
 * @param values made from the source; ends when the source does
 */
export function endsAtOnce<Value>(source: AsyncIterator<unknown>, values: AsyncGenerator<Value, void, void>): AsyncGenerator<Value, void, void> {
  const end = async (): Promise<IteratorResult<Value, void>> => {
    await source.return?.();
    return values.return();
  };
  const ending: AsyncGenerator<Value, void, void> = {
    next: () => values.next(),
    return: end,
    throw: async (error) => {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]: () => ending,
    [Symbol.asyncDispose]: async () => void (await end()),
  };
  return ending;
}
