/** History that is imported: how tables become readings, what their times and numbers mean, and how far an import has come. */
export { guessMapping, type GuessedMapping, namedBy } from './guess-mapping.js';
export { IMPORT_STATES, type ImportState, type ImportStanding, type ImportStep, isAtWork, mayStep, needsFile } from './import-state.js';
export { type ClockOddity, localInstant, type LocalInstant, type OffsetAt } from './local-instant.js';
export { columnsOf, type HistoryMapping, isMetricKey, type LongColumns, mappingFault, type MappingFault, MAPPING_LIMITS, type MetricColumn } from './mapping.js';
export { type FoundMachine, type HistoryValue, type RowFaultKind, type RowListener, RowReader, type RowReaderOptions, type TakenTimes } from './read-row.js';
export { COLUMN_KINDS, type ColumnKind, type DecimalMark, readNumber, readValue, USUAL_NO_VALUES } from './read-value.js';
export { isTimeFormat, readTime, type ReadTime, TIME_FORMATS, type TimeFormat } from './time-format.js';
