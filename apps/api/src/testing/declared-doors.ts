import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { OPEN, OPEN_TO_SIGNED_IN, PERMISSION, WITHHELD_FROM_OFFICE } from '@tenon/nest';

/** Under these keys Nest's own decorators leave what they were given; it exports the names to nobody. */
const KEYS = { resolverType: 'graphql:resolver_type', resolverName: 'graphql:resolver_name', path: 'path', method: 'method' } as const;

/** A way into the api, and what the guard will find declared there. */
export interface Door {
  /** `Query.devices`, or `route api/auth/sign-in`. */
  readonly name: string;
  /** The permission asked for, or why it is open to all; undefined where it says neither. */
  readonly lets: string | undefined;
  /** Whether it is closed to whoever of the office looks at the company. */
  readonly isWithheld: boolean;
}

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

function nameOf(owner: object, method: string, handler: object): string | null {
  const type = Reflect.getMetadata(KEYS.resolverType, handler) as string | undefined;
  if (type && ROOTS.has(type)) return `${type}.${(Reflect.getMetadata(KEYS.resolverName, handler) as string | undefined) ?? method}`;
  if (Reflect.getMetadata(KEYS.method, handler) === undefined) return null;
  return `route ${String(Reflect.getMetadata(KEYS.path, owner))}/${String(Reflect.getMetadata(KEYS.path, handler))}`;
}

function doorsOf(owner: new (...args: never[]) => object): Door[] {
  const prototype = owner.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(prototype).flatMap((method) => {
    const handler = Object.getOwnPropertyDescriptor(prototype, method)?.value as object | undefined;
    const name = typeof handler === 'function' ? nameOf(owner, method, handler) : null;
    if (name === null || !handler) return [];
    const said = [PERMISSION, OPEN, OPEN_TO_SIGNED_IN].flatMap((key) => [handler, owner].map((target) => Reflect.getMetadata(key, target) as string | undefined));
    return [{ name, lets: said.find((each) => each !== undefined), isWithheld: Reflect.getMetadata(WITHHELD_FROM_OFFICE, handler) !== undefined }];
  });
}

/** Every root field and route of a running api, as its modules declare them. */
export function declaredDoors(app: INestApplication): Door[] {
  const modules = [...app.get(ModulesContainer).values()];
  const owners = new Set(modules.flatMap((module) => [...module.providers.values(), ...module.controllers.values()].map(({ metatype }) => metatype)));
  return [...owners].filter((owner): owner is new (...args: never[]) => object => typeof owner === 'function' && owner.prototype !== undefined).flatMap(doorsOf);
}
