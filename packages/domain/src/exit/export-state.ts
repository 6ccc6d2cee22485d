/** Where an export stands. */
export const EXPORT_STATES = ['waiting', 'running', 'ready', 'failed', 'expired'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** How long the file of an export can be downloaded, in days. */
export const EXPORT_KEPT_DAYS = 7;

/** Whether an export is under way, so that no other may begin. */
export function isUnderWay(state: ExportState): boolean {
  return state === 'waiting' || state === 'running';
}
