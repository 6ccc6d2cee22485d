// @ts-check

/**
 * One line of progress: `12,300 rows, 35 %, 8,200 rows/s, 3 s left`.
 * @param {{ rows: number, startRows: number, bytes: number, startBytes: number, totalBytes: number, elapsedMs: number }} state
 *   `start…`: where this run began, when it goes on from an earlier one.
 * @returns {string}
 */
export function progressLine({ rows, startRows, bytes, startBytes, totalBytes, elapsedMs }) {
  const percent = totalBytes > 0 ? Math.min(100, Math.floor((bytes / totalBytes) * 100)) : 100;
  const done = bytes - startBytes;
  const start = `${count(rows)} rows, ${percent} %`;
  if (done <= 0 || elapsedMs < 500) return start;
  const perSecond = ((rows - startRows) / elapsedMs) * 1_000;
  const leftMs = ((totalBytes - bytes) / done) * elapsedMs;
  return `${start}, ${count(Math.round(perSecond))} rows/s, ${left(Math.max(0, leftMs))} left`;
}

/** @param {number} number */
export function count(number) {
  return number.toLocaleString('en-US');
}

/** `1 row`, `2,300 rows`. @param {number} number */
export function rowCount(number) {
  return `${count(number)} ${number === 1 ? 'row' : 'rows'}`;
}

/** @param {number} leftMs */
function left(leftMs) {
  const seconds = Math.round(leftMs / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${String(seconds % 60).padStart(2, '0')} s` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
