import type { TurnedMachine } from '../persistence/silence.repository.js';

const NAMED = ['one', 'two', 'three'] as const;

/** What a notice says of machines of one company: the first three by name, and how many more there are. */
export function factsOf(machines: readonly Pick<TurnedMachine, 'name' | 'minutes'>[]): Record<string, string> {
  const inOrder = machines.toSorted((x, y) => x.name.localeCompare(y.name, 'zh-CN', { numeric: true }));
  const facts: Record<string, string> = { minutes: String(inOrder[0]?.minutes ?? '') };
  for (const [index, name] of NAMED.entries()) {
    const machine = inOrder[index];
    if (machine) facts[name] = machine.name;
  }
  if (inOrder.length > NAMED.length) facts['more'] = String(inOrder.length - NAMED.length);
  return facts;
}
