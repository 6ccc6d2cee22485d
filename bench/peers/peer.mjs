// @ts-check
/**
 * Another store of measurements, under the same questions as ours. Machines are a measurement's tag `id`, their metrics its fields. Answers are taken whole and not
 * read, which spares it the work that ours has with them; {@link Peer.rows} reads one, to see that it is what was asked for.
 *
 * @typedef {{ measurement: string, field: string }} Metric
 * @typedef {{ fromMs: number, toMs: number }} Range
 *
 * @typedef {object} Peer
 * @property {string} name
 * @property {() => number} pid
 * @property {(lines: string | Buffer) => Promise<unknown>} write Line protocol with milliseconds.
 * @property {() => Promise<void>} settle Until its files are as they are once nothing more is written.
 * @property {() => Promise<number>} bytes On disk.
 * @property {(metric: Metric & { id: string, range: Range, widthMs: number }) => Promise<string>} buckets The mean of one machine's metric.
 * @property {(metric: Metric & { part: string, range: Range, widthMs: number }) => Promise<string>} bucketsOfMany The mean of each machine whose tag `part` is one of these, `a|b`.
 * @property {(metric: Metric & { part: string, notAfterMs: number }) => Promise<string>} last The newest value of each series whose tag `part` is one of these, within an hour before an instant.
 * @property {(answer: string) => number[][]} rows The values of each series of an answer.
 * @property {() => Promise<void>} stop And all of it is gone.
 */
export const DATABASE = 'bench';
