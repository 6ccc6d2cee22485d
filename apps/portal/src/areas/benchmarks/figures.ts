/** One measured figure beside its peer or limit, as in docs/benchmarks.md. */
export interface Figure {
  readonly key: 'ingest' | 'ingestCpu' | 'rangeDay' | 'rangeYear' | 'latest' | 'list' | 'landing' | 'machine' | 'pan';
  /** As the document has them, unit aside. */
  readonly measured: string;
  readonly beside: string;
  readonly ratio: string;
  /** The benchmark that prints it: `npm run bench -- <command>`. */
  readonly command: 'ingest' | 'range' | 'latest' | 'list' | 'page';
}

/** On which day most of them were taken; the document has each. */
export const TAKEN_ON = '2026-11-26';

/** What was measured, those figures too in which the peer is ahead. */
export const FIGURES: readonly Figure[] = [
  { key: 'ingest', measured: '93,111', beside: '57,130', ratio: '1.63', command: 'ingest' },
  { key: 'ingestCpu', measured: '14.7 µs', beside: '17.4 µs', ratio: '0.85', command: 'ingest' },
  { key: 'rangeDay', measured: 'p50 16 ms', beside: '62 ms', ratio: '3.8', command: 'range' },
  { key: 'rangeYear', measured: 'p50 27 ms', beside: '346 ms', ratio: '12.9', command: 'range' },
  { key: 'latest', measured: 'p50 14.0 ms', beside: 'p50 5.8 ms', ratio: '0.41', command: 'latest' },
  { key: 'list', measured: '1,440', beside: '2,760', ratio: '0.52', command: 'list' },
  { key: 'landing', measured: '100', beside: '95', ratio: '1.05', command: 'page' },
  { key: 'machine', measured: '95', beside: '90', ratio: '1.06', command: 'page' },
  { key: 'pan', measured: '60.0', beside: '60', ratio: '1.00', command: 'page' },
];
