import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { absentWithin, accountOf, completenessOf, type Cadence, type GapPiece, gapsBetween, isCounted, piecesOf } from '@tenon/domain/ledger';
import type { TimeRange } from '@tenon/kernel';
import { CompletenessSourceRepository, type CompletenessScope, type CountedMachine } from '../persistence/completeness-source.repository.js';

/** What became of the readings of some time. */
export interface CompletenessFigures {
  /** Null where nothing can be expected. */
  readonly expected: number | null;
  readonly kept: number;
  /** Messages that were refused, whatever they said. */
  readonly refused: number;
  readonly refusedOfExpected: number;
  readonly missing: number;
  readonly repeats: number;
  readonly late: number;
  readonly clockRefused: number;
  /** Time in which readings are missing, and in which none was expected. */
  readonly missingMs: number;
  readonly awayMs: number;
  readonly longestGapMs: number;
  readonly clockMedianMs: number | null;
  readonly clockWorstMs: number | null;
  readonly completeness: number | null;
}

/** One machine's. */
export interface CompletenessLine extends CompletenessFigures, Cadence {
  readonly deviceId: string;
  readonly name: string;
}

/** What is reckoned, and as of when. */
export interface Reckoning extends CompletenessScope {
  readonly nowMs: number;
  readonly outages: readonly TimeRange[];
}

const NOTHING = { kept: 0, repeats: 0, late: 0, absent: 0, clockMedianMs: null, clockWorstMs: null };

/** Reckons machines' completeness from their ledgers. */
@Injectable()
export class CompletenessLines {
  constructor(private readonly source: CompletenessSourceRepository) {}

  async execute(tx: TenantTx, { nowMs, outages, ...scope }: Reckoning): Promise<CompletenessLine[]> {
    const untilMs = Math.min(nowMs, scope.range.toMs);
    const machines = await this.source.machines(tx, scope);
    const sums = new Map((await this.source.sums(tx, scope)).map((row) => [row.deviceId, row]));
    const refusals = new Map((await this.source.refusals(tx, scope)).map((row) => [row.deviceId, row]));
    const gaps = await this.source.gaps(tx, scope);
    const firstMs = Math.min(untilMs, ...machines.flatMap(({ silentSinceMs }) => silentSinceMs ?? []));
    const connected = await this.source.connected(tx, { ...scope, range: { fromMs: firstMs, toMs: untilMs } });
    return machines.map((machine) => {
      const open = openPieces(machine, untilMs, { connected: connected.get(machine.deviceId) ?? null, down: outages });
      const pieces = [...(gaps.get(machine.deviceId) ?? []), ...open];
      return lineOf(machine, { ...NOTHING, ...sums.get(machine.deviceId), ...within(pieces, { ...scope.range, toMs: untilMs }), ...(refusals.get(machine.deviceId) ?? { refused: 0, clockRefused: 0 }) });
    });
  }
}

/** The gap that has no end yet. */
export function openPieces({ silentSinceMs, intervalMs }: CountedMachine, untilMs: number, around: Parameters<typeof piecesOf>[1]): GapPiece[] {
  if (silentSinceMs === null || intervalMs === null || silentSinceMs >= untilMs) return [];
  return gapsBetween([silentSinceMs, untilMs], intervalMs).flatMap((gap) => piecesOf(gap, around));
}

/** What gaps come to within a range. */
function within(pieces: readonly GapPiece[], range: TimeRange): { inGaps: number; missingMs: number; awayMs: number; longestGapMs: number } {
  const found = { inGaps: 0, missingMs: 0, awayMs: 0, longestGapMs: 0 };
  for (const piece of pieces) {
    const ms = Math.max(0, Math.min(piece.toMs, range.toMs) - Math.max(piece.fromMs, range.fromMs));
    if (!isCounted(piece.cause)) {
      found.awayMs += ms;
      continue;
    }
    found.inGaps += absentWithin(piece, range);
    found.missingMs += ms;
    found.longestGapMs = Math.max(found.longestGapMs, ms);
  }
  return found;
}

function lineOf({ deviceId, name, intervalMs, basis }: CountedMachine, { absent, inGaps, ...counted }: Omit<CompletenessFigures, 'expected' | 'refusedOfExpected' | 'missing' | 'completeness'> & { absent: number; inGaps: number }): CompletenessLine {
  const { refusedOfExpected, missing, expected } = accountOf({ kept: counted.kept, refused: counted.refused, absent: absent + inGaps });
  const known = intervalMs === null ? { expected: null, completeness: null } : { expected, completeness: completenessOf({ expected, kept: counted.kept }) };
  return { deviceId, name, intervalMs, basis, ...counted, refusedOfExpected, missing, ...known };
}

/** All machines together; what can be expected of none is not in the share. */
export function totalOf(lines: readonly CompletenessLine[]): CompletenessFigures {
  const sum = (of: (line: CompletenessLine) => number, some = lines): number => some.reduce((total, line) => total + of(line), 0);
  const judged = lines.filter(({ expected }) => expected !== null);
  const expected = judged.length > 0 ? sum((line) => line.expected ?? 0) : null;
  const clocks = lines.map(({ clockMedianMs }) => clockMedianMs).filter((ms) => ms !== null).sort((a, b) => a - b);
  const worst = lines.map(({ clockWorstMs }) => clockWorstMs).filter((ms) => ms !== null).sort((a, b) => Math.abs(b) - Math.abs(a));
  return {
    expected,
    kept: sum(({ kept }) => kept),
    refused: sum(({ refused }) => refused),
    refusedOfExpected: sum((line) => line.refusedOfExpected),
    missing: sum(({ missing }) => missing),
    repeats: sum(({ repeats }) => repeats),
    late: sum(({ late }) => late),
    clockRefused: sum(({ clockRefused }) => clockRefused),
    missingMs: sum(({ missingMs }) => missingMs),
    awayMs: sum(({ awayMs }) => awayMs),
    longestGapMs: Math.max(0, ...lines.map(({ longestGapMs }) => longestGapMs)),
    clockMedianMs: clocks[Math.floor((clocks.length - 1) / 2)] ?? null,
    clockWorstMs: worst[0] ?? null,
    completeness: expected === null ? null : completenessOf({ expected, kept: sum(({ kept }) => kept, judged) }),
  };
}
