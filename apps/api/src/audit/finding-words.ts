import type { ChainFinding } from '@tenon/audit/api';

type Fault = ChainFinding['faults'][number];

const FAULTS: Readonly<Record<Fault['kind'], string>> = {
  altered: 'is not what was written',
  unlinked: 'does not follow the one before it',
  missing: 'is not there',
  cut: 'is not there: the trail ends before it',
};
/** More would tell nothing else: after a chain was rewritten, every entry is a fault. */
const MOST_SHOWN = 10;

/** A chain in lines for a terminal: what it is, its last hash to be kept elsewhere, and each fault. */
export function describeFinding({ company, tenantId, entries, seq, hash, droppedSeq, faults }: ChainFinding): string[] {
  const dropped = droppedSeq > 0 ? `, ${droppedSeq} before them dropped as past their time` : '';
  const shown = faults.slice(0, MOST_SHOWN).map((fault) => `    entry ${fault.seq} ${FAULTS[fault.kind]}`);
  const more = faults.length > MOST_SHOWN ? [`    and ${faults.length - MOST_SHOWN} faults more`] : [];
  return [`${faults.length === 0 ? '✓' : '✗'} ${company} (${tenantId}): ${entries} entries${dropped}`, `    ends at ${seq} with ${hash}`, ...shown, ...more];
}

/** The last line. */
export function summarise({ chains, entries, broken }: { chains: number; entries: number; broken: number }): string {
  if (broken > 0) return `${broken} of ${chains} audit trails ${broken === 1 ? 'is' : 'are'} not what was written.`;
  return `All ${chains} audit trails hold: ${entries} entries.`;
}
