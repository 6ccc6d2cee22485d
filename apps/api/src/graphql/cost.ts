import {
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  getNullableType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** An operation with what it is asked with. */
export interface AskedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As they were sent; what they leave out has the default that the schema or the operation gives. */
  readonly variables: Readonly<Record<string, unknown>>;
}

const LEAF = 1;
const OBJECT = 2;
/** Every page is a question of its own to the database. */
const PAGE = 10;
/** What a page counts as when its size cannot be told: the largest there is. */
const LARGEST_PAGE = 100;
/** Introspection reads the schema only, and graphql-js bounds its depth. */
const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type', '__typename']);

type Values = Readonly<Record<string, unknown>>;

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null;
}

/**
 * What an operation may cost: a value 1, an object 2, a page 10 and as often what stands in it as it may have entries,
 * by the literal, the variable or the default of `first`. A fragment costs the same wherever it is spread.
 * @returns 0 for variables that do not fit, as such an operation is refused unread
 */
export function costOf({ schema, document, operation, variables }: AskedOperation): number {
  const root = schema.getRootType(operation.operation);
  const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!root || !values.coerced) return 0;
  return new Reckoning(schema, document, values.coerced).selections(operation.selectionSet, root);
}

class Reckoning {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Values,
  ) {
    this.fragments = new Map(document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])));
  }

  selections(set: SelectionSetNode, parent: GraphQLNamedType): number {
    return set.selections.reduce((sum, each) => sum + this.selection(each, parent), 0);
  }

  private selection(node: SelectionNode, parent: GraphQLNamedType): number {
    if (node.kind === Kind.FRAGMENT_SPREAD) return this.fragment(node.name.value);
    if (node.kind === Kind.FIELD) return this.field(node, parent);
    const type = node.typeCondition ? this.schema.getType(node.typeCondition.name.value) : parent;
    return type ? this.selections(node.selectionSet, type) : 0;
  }

  /** Kept once known, or fragments that spread one another twice each would take exponential time. */
  private fragment(name: string): number {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    const type = fragment && this.schema.getType(fragment.typeCondition.name.value);
    const cost = fragment && type ? this.selections(fragment.selectionSet, type) : 0;
    this.known.set(name, cost);
    return cost;
  }

  private field(node: FieldNode, parent: GraphQLNamedType): number {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!field || INTROSPECTION.has(node.name.value)) return LEAF;
    const type = getNamedType(field.type);
    const content = node.selectionSet && isCompositeType(type) ? this.selections(node.selectionSet, type) : 0;
    const entries = this.pageSize(field, node);
    if (entries !== undefined) return PAGE + entries * content;
    return isCompositeType(type) ? OBJECT + content : LEAF;
  }

  /** How many entries the field may have, where it is a page. */
  private pageSize(field: GraphQLField<unknown, unknown>, node: FieldNode): number | undefined {
    const places = field.args.flatMap(({ name, type }) => (name === 'first' ? [[]] : hasFirst(type) ? [[name]] : []));
    if (places.length === 0) return undefined;
    const first = this.argument(field, node, [...(places[0] ?? []), 'first']);
    return typeof first === 'number' ? Math.max(1, first) : LARGEST_PAGE;
  }

  private argument(field: GraphQLField<unknown, unknown>, node: FieldNode, path: readonly string[]): unknown {
    try {
      return path.reduce<unknown>((value, key) => (isValues(value) ? value[key] : undefined), getArgumentValues(field, node, this.variables));
    } catch {
      // An argument that does not hold fails its field when it is executed.
      return undefined;
    }
  }
}

function hasFirst(type: GraphQLField<unknown, unknown>['args'][number]['type']): boolean {
  const named = getNullableType(type);
  return !isListType(named) && 'getFields' in named && 'first' in named.getFields();
}
