/** The files of words, one an area, under `messages/<locale>/<area>.json`. */
export const AREAS = ['frame', 'errors', 'public', 'auth', 'home', 'machines', 'plant', 'control', 'completeness', 'certificates', 'deviceTypes', 'provisioning', 'handover', 'settings', 'people', 'metrics', 'refusals', 'history', 'store', 'apps', 'energy', 'indicators', 'office', 'developer', 'audit', 'security', 'newPassword', 'ownAccount', 'plan', 'invoices', 'billing', 'exit', 'standing', 'notices', 'pricing', 'privacy', 'benchmarks', 'work', 'operations'] as const;
export type Area = (typeof AREAS)[number];
