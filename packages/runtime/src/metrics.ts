import { Registry, collectDefaultMetrics } from 'prom-client';

/** A process's own registry, with Node's default figures in it. Each process makes one and hands it down. */
export function createMetrics(service: string): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  return registry;
}

export { Counter, Gauge, Histogram, type Registry } from 'prom-client';
