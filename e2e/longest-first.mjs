// @ts-check
import { longestFirst } from '../packages/tooling/src/test/longest-first.mjs';

export default longestFirst(['pages', 'states', 'office-and-developer', 'plant-manager', 'security', 'plan', 'people', 'energy-year', 'audit', 'single-sign-on'].map((name) => `${name}.e2e.ts`));
