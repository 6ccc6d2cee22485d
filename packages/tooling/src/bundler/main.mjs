// @ts-check
/** Bundles every program of the platform but the portal, which Next bundles. Its compiled code comes first (`npm run compile`). */
import { bundleApp } from './bundle-app.mjs';
import { PROGRAMS } from './programs.mjs';

const counts = await Promise.all(Object.entries(PROGRAMS).map(([app, programs]) => bundleApp(app, programs)));
process.stdout.write(`${counts.reduce((sum, count) => sum + count, 0)} files\n`);
