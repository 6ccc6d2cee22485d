import { LOOK } from './asked.js';
import type { OwnOnly, Probes } from './probe.js';

/** Saved views. */
export const viewsProbes: Probes = {
  'Mutation.updateView': { by: (c) => `mutation { updateView(input: { id: "${c.ids.view}", name: "stolen" }) { id } }`, says: 'VIEW.NOT_FOUND' },
  'Mutation.deleteView': { by: (c) => `mutation { deleteView(id: "${c.ids.view}") }`, says: 'VIEW.NOT_FOUND' },
};

export const viewsOwnOnly: OwnOnly = {
  'Query.savedViews': '{ savedViews(list: MACHINES) { id } }',
  'Mutation.saveView': `mutation { saveView(input: { list: PEOPLE, name: "x", ${LOOK} }) { id } }`,
};
