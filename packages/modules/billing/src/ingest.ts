/** What plans are to the gateway: days of which no more points are taken. */
export { FullDays } from './ingest/full-days.js';
