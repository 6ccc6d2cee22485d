import { PAPER_LANGUAGES, type PaperList } from '@tenon/billing';
import { EXPORTED_TABLES, fileName, PAPERS_FOLDER } from '@tenon/domain/exit';
import type { PlannedFile } from '../persistence/export-file.repository.js';
import type { MetricRow } from '../persistence/record.repository.js';

export const README_PATH = 'README.md';
/** Only where the company has one when its records are written. */
export const LOGO_PATH = 'company/logo.png';
export const TRAIL_PATH = 'audit/trail.jsonl';
export const TELEMETRY_INDEX_PATH = 'telemetry/index.json';

/** Where a metric's points go: readable by its names, unique by its ids. */
export function telemetryPath({ deviceName, deviceId, key, seriesId }: MetricRow): string {
  return `telemetry/${fileName(deviceName)}-${deviceId.slice(0, 8)}/${fileName(key)}-${seriesId}.csv`;
}

/** A file that is of one moment with the other records. */
export function recordFile(path: string): PlannedFile {
  return { path, kind: 'records', seriesId: null, paper: null };
}

/** Whether a file is of the moment of the records: one of them, or a paper. */
export function isOfRecords({ kind }: PlannedFile): boolean {
  return kind === 'records' || kind === 'papers';
}

/** The files of a company's invoices and credit notes, in each language. */
export function paperFiles({ papers, asOf }: PaperList): PlannedFile[] {
  return papers.flatMap(({ number, kind, id }) =>
    PAPER_LANGUAGES.map((language): PlannedFile => ({ path: `${PAPERS_FOLDER}/${fileName(number)}.${language}.pdf`, kind: 'papers', seriesId: null, paper: { kind, id, language, asOf: asOf.toISOString() } })),
  );
}

/** Every file that an export of a company with these metrics has, but for its papers: which there are is of one moment with its records. */
export function plannedFiles(metrics: readonly MetricRow[]): PlannedFile[] {
  const records = [README_PATH, TELEMETRY_INDEX_PATH, ...EXPORTED_TABLES.map(({ path }) => path)];
  return [
    ...records.map(recordFile),
    { path: TRAIL_PATH, kind: 'trail', seriesId: null, paper: null },
    ...metrics.map((metric): PlannedFile => ({ path: telemetryPath(metric), kind: 'telemetry', seriesId: metric.seriesId, paper: null })),
  ];
}
