import { bindIndicators, chooseEnergy, HIDDEN, RANGE } from './asked.js';
import type { OwnOnly, Probes } from './probe.js';

/** The store, subscriptions and what a publisher does. */
export const appsProbes: Probes = {
  'Query.app': { by: () => `{ app(slug: "${HIDDEN}") { id } }`, says: 'APP.NOT_FOUND' },
  'Query.subscription': { by: (c) => `{ subscription(id: "${c.ids.energy}") { id } }`, says: 'SUBSCRIPTION.NOT_FOUND' },
  'Query.energyReport': { by: (c) => `{ energyReport(input: { subscriptionId: "${c.ids.energy}", ${RANGE}, period: DAY }) { timeZone } }`, says: 'SUBSCRIPTION.NOT_FOUND' },
  'Query.indicatorReport': { by: (c) => `{ indicatorReport(input: { subscriptionId: "${c.ids.indicators}", ${RANGE} }) { timeZone } }`, says: 'SUBSCRIPTION.NOT_FOUND' },
  'Mutation.subscribe': { by: (c) => `mutation { subscribe(input: { appId: "${c.ids.hiddenApp}", consentedScopes: ["telemetry:read"] }) { id } }`, says: 'APP.NOT_FOUND' },
  'Mutation.configureIndicators': { by: (c) => bindIndicators(c.ids.indicators, c.ids.series), says: 'SUBSCRIPTION.NOT_FOUND' },
  'Mutation.configureEnergy': { by: (c) => chooseEnergy(c.ids.energy, c.ids.series), says: 'SUBSCRIPTION.NOT_FOUND' },
  'Mutation.unsubscribe': { by: (c) => `mutation { unsubscribe(id: "${c.ids.energy}") { id } }`, says: 'SUBSCRIPTION.NOT_FOUND' },
};

export const appsOwnOnly: OwnOnly = {
  'Query.apps': '{ apps { nodes { id } } }',
  'Query.subscriptions': '{ subscriptions { nodes { id } } }',
  'Query.publisher': '{ publisher { id } }',
  'Query.publisherVersions': '{ publisherVersions { nodes { id } } }',
  'Query.emissionFactors': '{ emissionFactors { key } }',
  'Mutation.registerPublisher': 'mutation { registerPublisher(input: { name: "nobody’s" }) { id } }',
  'Mutation.submitAppVersion': 'mutation { submitAppVersion(input: { manifest: {} }) { __typename } }',
};
