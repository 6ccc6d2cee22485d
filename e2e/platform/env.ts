import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Where the platform under test is. */
export interface Platform {
  readonly portalUrl: string;
  readonly apiUrl: string;
  readonly mqttUrl: string;
  readonly deviceHttpUrl: string;
  readonly processes: Readonly<Record<string, number>>;
  readonly demo: { readonly email: string; readonly password: string; readonly staffEmail: string; readonly staffPassword: string; readonly token: string; readonly deviceName: string };
}

/** Reads the addresses the running platform keeps in its data folder; again each time, as processes come and go. */
export function platform(): Platform {
  const dataDir = process.env['TENON_E2E_DATA_DIR'];
  if (!dataDir) throw new Error('TENON_E2E_DATA_DIR is not set');
  return JSON.parse(readFileSync(path.join(dataDir, 'platform.json'), 'utf8')) as Platform;
}
