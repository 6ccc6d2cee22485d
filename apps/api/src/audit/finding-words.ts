import type { ChainFinding } from '@tenon/audit/api';
import type { FileFinding } from './verify-file.js';

type Fault = ChainFinding['faults'][number];

const FAULTS: Readonly<Record<Fault['kind'], string>> = {
  altered: 'is not what was written',
  unlinked: 'does not follow the one before it',
  missing: 'is not there',
  cut: 'is not there: the trail ends before it',
};
/** More would tell nothing else: after a chain was rewritten, every entry is a fault. */
const MOST_SHOWN = 10;

function faultLines(faults: readonly Fault[]): string[] {
  const shown = faults.slice(0, MOST_SHOWN).map((fault) => `    entry ${fault.seq} ${FAULTS[fault.kind]}`);
  return faults.length > MOST_SHOWN ? [...shown, `    and ${faults.length - MOST_SHOWN} faults more`] : shown;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const mark = (faults: readonly Fault[]): string => (faults.length === 0 ? '✓' : '✗');

/** A chain in lines for a terminal: what it is, its last hash to be kept elsewhere, and each fault. */
export function describeFinding({ company, tenantId, entries, seq, hash, droppedSeq, faults }: ChainFinding): string[] {
  const dropped = droppedSeq > 0 ? `, ${droppedSeq} before them dropped as past their time` : '';
  return [`${mark(faults)} ${company} (${tenantId}): ${counted(entries, 'entry', 'entries')}${dropped}`, `    ends at ${seq} with ${hash}`, ...faultLines(faults)];
}

/** The last line. */
export function summarise({ chains, entries, broken }: { chains: number; entries: number; broken: number }): string {
  if (broken > 0) return `${broken} of ${counted(chains, 'audit trail', 'audit trails')} ${broken === 1 ? 'is' : 'are'} not what was written.`;
  const held = counted(entries, 'entry', 'entries');
  return chains === 1 ? `The audit trail holds: ${held}.` : `All ${chains} audit trails hold: ${held}.`;
}

/** The same for an exported trail. */
export function describeFile({ entries, gaps, faults, last }: FileFinding): string[] {
  const left = gaps > 0 ? ` Numbers are left out in ${counted(gaps, 'place', 'places')}, as in an export that is narrowed.` : '';
  const end = last ? [`    ends at ${last.seq} with ${last.hash}`] : [];
  return [`${mark(faults)} ${counted(entries, 'entry', 'entries')}, ${faults.length === 0 ? 'each as it was written.' : 'not all as they were written.'}${left}`, ...end, ...faultLines(faults)];
}
