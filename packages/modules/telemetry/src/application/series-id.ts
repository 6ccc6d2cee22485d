import { seriesNotFound } from '../persistence/series.repository.js';

const LARGEST_INTEGER = 2_147_483_647;

/** A series' id as the API writes it. What cannot be one is not found. @throws AppError (not-found) SERIES.NOT_FOUND */
export function readSeriesId(text: string): number {
  const id = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (id < 1 || id > LARGEST_INTEGER) throw seriesNotFound(text.slice(0, 40));
  return id;
}
