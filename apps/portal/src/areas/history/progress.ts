/** What progress is reckoned from. */
export interface ProgressFacts {
  readonly state: string;
  readonly isPaused: boolean;
  readonly readShare: number;
  readonly piecesTotal: number;
  readonly piecesDone: number;
  readonly phaseAt: string | null;
  readonly touchedAt: string;
  readonly report: { readonly rows: number };
}

export interface Progress {
  /** Of the whole, from 0 to 1. */
  readonly share: number;
  readonly rows: number;
  readonly rowsPerSecond: number | null;
  readonly leftMs: number | null;
}

/** Reading a file is most of a check; comparing it with what is there, the rest. */
const READING = 0.7;
const LEAST_SHARE = 0.02;

/** How far an import is. A rate and a rest are only told once there is something to reckon them from. */
export function progressOf(facts: ProgressFacts): Progress {
  const { share, rows, hasRate } = facts.state === 'CHECKING' ? checkOf(facts) : writingOf(facts);
  const tookMs = facts.phaseAt === null ? 0 : Date.parse(facts.touchedAt) - Date.parse(facts.phaseAt);
  if (facts.isPaused || tookMs < 1_000 || share < LEAST_SHARE) return { share, rows, rowsPerSecond: null, leftMs: null };
  return { share, rows, rowsPerSecond: hasRate ? (rows / tookMs) * 1_000 : null, leftMs: (tookMs / share) * (1 - share) };
}

interface Part {
  readonly share: number;
  readonly rows: number;
  readonly hasRate: boolean;
}

function checkOf({ readShare, report, ...pieces }: ProgressFacts): Part {
  const isRead = readShare >= 1;
  return { share: readShare * READING + (isRead ? piecesShare(pieces) * (1 - READING) : 0), rows: report.rows, hasRate: !isRead };
}

function writingOf({ state, report, ...pieces }: ProgressFacts): Part {
  const share = piecesShare(pieces);
  return { share, rows: Math.round(report.rows * share), hasRate: state === 'RUNNING' };
}

function piecesShare({ piecesTotal, piecesDone }: Pick<ProgressFacts, 'piecesTotal' | 'piecesDone'>): number {
  return piecesTotal > 0 ? piecesDone / piecesTotal : 0;
}
