import { describe, expect, it } from '@jest/globals';
import { typeDefs } from '@tenon/graphql/sdl';
import { buildSchema, isEnumType, isInputObjectType, isObjectType, type GraphQLNamedType } from 'graphql';

const schema = buildSchema(typeDefs);
const types: GraphQLNamedType[] = Object.values(schema.getTypeMap()).filter((type) => type.astNode !== undefined && type.astNode !== null);
const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);
/** These mean the same wherever they stand: what the thing is called by machines, and the parts of a page. */
const SELF_EVIDENT = new Set(['id', 'nodes', 'pageInfo']);

/** Everything a caller can name within a type. */
function partsOf(type: GraphQLNamedType): { name: string; description?: string | null | undefined }[] {
  if (isEnumType(type)) return [...type.getValues()];
  return isObjectType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];
}

describe('the schema, for those who call it', () => {
  it('says of every type what it is', () => {
    expect(types.filter((type) => !type.description && !ROOTS.has(type.name)).map((type) => type.name)).toEqual([]);
  });

  it('says of every field, input and value what it means', () => {
    const silent = types.flatMap((type) => partsOf(type).filter(({ name, description }) => !description && !SELF_EVIDENT.has(name)).map(({ name }) => `${type.name}.${name}`));
    expect(silent).toEqual([]);
  });

  it('pages every list by cursor, or says why it is bounded', () => {
    const loose = types.filter(isObjectType).flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => String(field.type).startsWith('['))
        .filter((field) => !field.astNode?.directives?.some((directive) => directive.name.value === 'bounded'))
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(loose).toEqual([]);
  });

  it('gives every page a way to the next: `first` and `after`', () => {
    const unpaged = types.filter(isObjectType).flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => String(field.type).endsWith('Connection!'))
        .filter((field) => !['first', 'after'].every((name) => field.args.some((arg) => arg.name === name || String(arg.type).endsWith('PointsInput!'))))
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(unpaged).toEqual([]);
  });
});
