import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How to look at the demo company. Kept in the data folder, readable by the platform alone, so that the next start prints the same. */
export interface DemoAccess {
  readonly email: string;
  readonly password: string;
  readonly staffEmail: string;
  readonly staffPassword: string;
  /** Token of the machine that waits for a first value. */
  token?: string;
  deviceName?: string;
  /** Steps that are finished, so that a start that was cut off goes on where it stopped. */
  done: string[];
}

const password = (): string => randomBytes(12).toString('base64url');

/** Reads what was kept, or makes it. */
export function openDemoAccess(dataDir: string): { access: DemoAccess; keep: () => void } {
  const file = path.join(dataDir, 'demo.json');
  const access: DemoAccess = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as DemoAccess)
    : { email: 'demo@tenon.example', password: password(), staffEmail: 'office@tenon.example', staffPassword: password(), done: [] };
  const keep = (): void => {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, JSON.stringify(access, null, 2), { mode: 0o600 });
  };
  keep();
  return { access, keep };
}
