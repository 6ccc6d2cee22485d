import { describe, expect, it } from '@jest/globals';
import { typeDefs } from '@tenon/graphql/sdl';
import { buildSchema, isEnumType, isInputObjectType, isListType, isNonNullType, Kind, parse, typeFromAST, type GraphQLInputType, type OperationDefinitionNode } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { costOf } from './cost.js';
import { LIMITS } from './limits.js';

const REPOSITORY = path.resolve(import.meta.dirname, '../../../..');
const schema = buildSchema([typeDefs].flat().join('\n'));
const LARGEST_PAGE = 100;

function cost(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  const operation = document.definitions.find((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION)!;
  return costOf({ schema, document, operation, variables });
}

describe('costOf', () => {
  it.each([
    ['a value and an object', '{ viewer { id name } }', 2 + 2],
    ['a page by its literal', '{ devices(first: 50) { nodes { id name } } }', 10 + 50 * (2 + 2)],
    ['a page by the schema’s default', '{ devices { nodes { id } } }', 10 + 20 * 3],
    ['a page inside a page', '{ devices(first: 10) { nodes { refusals(first: 3) { nodes { id } } } } }', 10 + 10 * (2 + 10 + 3 * 3)],
    ['a page whose size stands in an input', '{ seriesPoints(input: { seriesId: "1", from: "a", to: "b", first: 7 }) { nodes { at } } }', 10 + 7 * 3],
    ['a page without a size as the largest', '{ devices(first: null) { nodes { id } } }', 10 + LARGEST_PAGE * 3],
    ['fragments wherever they are spread', '{ devices(first: 2) { nodes { ...d } } } fragment d on Device { ...e ... on Device { id } } fragment e on Device { id name }', 10 + 2 * (2 + 3)],
    ['introspection as little', '{ __schema { types { fields { name } } } }', 1],
  ])('counts %s', (_name, text, expected) => {
    expect(cost(text)).toBe(expected);
  });

  it('takes a page’s size from the variable, or from its default', () => {
    const text = 'query ($n: Int = 30) { devices(first: $n) { nodes { id } } }';
    expect([cost(text, { n: 100 }), cost(text), cost(text, { n: null })]).toEqual([310, 100, 310]);
    expect(cost('query ($input: SeriesPointsInput!) { seriesPoints(input: $input) { nodes { at } } }', { input: { seriesId: '1', from: 'a', to: 'b', first: 90 } })).toBe(10 + 90 * 3);
  });

  it('reckons fragments that spread one another twice in no time', () => {
    const fragments = Array.from({ length: 60 }, (_, index) => `fragment f${index} on Viewer { ...f${index + 1} ...f${index + 1} }`).join(' ');
    expect(cost(`{ viewer { ...f0 } } ${fragments} fragment f60 on Viewer { id }`)).toBeGreaterThan(LIMITS.cost);
  });
});

/** A value that fits, with the largest page there is. */
function valueFor(type: GraphQLInputType, name: string): unknown {
  if (isNonNullType(type)) return valueFor(type.ofType, name);
  if (name === 'first') return LARGEST_PAGE;
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, valueFor(field.type, field.name)]));
  return { Int: 1, Float: 1, Boolean: true }[type.name] ?? '1';
}

describe('the portal', () => {
  const files = readdirSync(path.join(REPOSITORY, 'apps/portal/src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));
  const document = parse(files.map((file) => readFileSync(path.join(REPOSITORY, 'apps/portal/src', file), 'utf8')).join('\n'));
  const operations = document.definitions.filter((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION);

  it.each(operations.map((operation) => [operation.name?.value, operation] as const))('may ask %s, by the largest page', (_name, operation) => {
    const variables = Object.fromEntries((operation.variableDefinitions ?? []).map(({ variable, type }) => [variable.name.value, valueFor(typeFromAST(schema, type as never) as GraphQLInputType, variable.name.value)]));
    const reckoned = costOf({ schema, document, operation, variables });
    expect(reckoned).toBeGreaterThan(0);
    expect(reckoned).toBeLessThanOrEqual(LIMITS.cost);
  });
});

describe('the architecture page', () => {
  it('says the limits that hold', () => {
    const page = readFileSync(path.join(REPOSITORY, 'docs/architecture.md'), 'utf8');
    const said = (count: number): string => count.toLocaleString('en');
    expect(page).toContain(`${LIMITS.depth} levels deep, with ${LIMITS.aliases} aliases, ${LIMITS.directives} directives, ${said(LIMITS.tokens)} tokens, and a cost of ${said(LIMITS.cost)}`);
    expect(page).toContain(`${LIMITS.subscriptions} subscriptions, in messages of at most ${LIMITS.messageBytes / 1_024} kB`);
  });
});
