// @ts-check
import { longestFirst } from '../packages/tooling/src/test/longest-first.mjs';

export default longestFirst(['pages', 'plant-manager', 'states', 'people', 'security', 'office-and-developer', 'keyboard', 'energy-year'].map((name) => `${name}.e2e.ts`));
