import type { INestApplicationContext } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';

/** Every object Nest has made, among which the handlers are. */
export function providerInstances(app: INestApplicationContext): object[] {
  const modules = [...app.get(ModulesContainer).values()];
  const instances = modules.flatMap((module) => [...module.providers.values()].map((wrapper): unknown => wrapper.instance));
  return [...new Set(instances.filter((instance): instance is object => typeof instance === 'object' && instance !== null))];
}
