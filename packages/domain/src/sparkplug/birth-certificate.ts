import { type DataType, dataTypeOf } from './data-type.js';
import { isDefinition, ownType, type PropertySet, type SparkplugMetric, type Template, type WireValue } from './payload.js';
import { typedValue } from './typed-value.js';

/** What a birth certificate says of one metric. */
export interface CertifiedMetric {
  /** Its whole name; a template's member behind the template's name and a slash. */
  readonly name: string;
  readonly type: DataType;
  readonly alias: number | bigint | null;
  /** In which field the node itself wrote it, as some keep UInt32 in the field of 64 bits and read it nowhere else. */
  readonly field: WireValue['field'] | null;
  readonly unit: string | null;
  readonly description: string | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the node says that it takes no other value; the specification has no word for it, Ignition writes `readOnly`. */
  readonly isReadOnly: boolean;
}

/** The types of a template's members, by name. */
type Definition = ReadonlyMap<string, DataType>;

function property(properties: PropertySet | null, ...keys: readonly string[]): unknown {
  for (const key of keys) {
    const found = properties?.get(key);
    const type = found && dataTypeOf(found.type);
    if (type && found.value) return typedValue(type, found.value);
  }
  return undefined;
}

const asText = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value.slice(0, 256) : null);
const asNumber = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/** What a metric's properties say of it, in the names that Ignition and Eclipse's own examples give them. */
function saidOf(properties: PropertySet | null): Pick<CertifiedMetric, 'unit' | 'description' | 'low' | 'high' | 'isReadOnly'> {
  return {
    unit: asText(property(properties, 'engUnit', 'Engineering Units', 'Engineering Unit', 'unit')),
    description: asText(property(properties, 'description', 'Description', 'documentation')),
    low: asNumber(property(properties, 'engLow', 'Engineering Low Limit')),
    high: asNumber(property(properties, 'engHigh', 'Engineering High Limit')),
    isReadOnly: property(properties, 'readOnly', 'ReadOnly') === true,
  };
}

/** What a node, or a device, said that it will speak of, from its birth to its death. @see Sparkplug 3.0, tck-id-operational-behavior-data-publish-nbirth */
export class BirthCertificate {
  private readonly byName = new Map<string, CertifiedMetric>();
  private readonly byAlias = new Map<number | bigint, CertifiedMetric>();
  private readonly definitions = new Map<string, Definition>();

  /** @param ofNode the node's own certificate, whose template definitions hold for its devices too */
  constructor(
    metrics: readonly SparkplugMetric[],
    private readonly ofNode?: BirthCertificate,
  ) {
    for (const { name, value } of metrics) {
      if (name !== null && value?.field === 'template' && value.value.isDefinition) this.definitions.set(name, typesOf(value.value));
    }
    for (const metric of metrics) if (metric.name !== null) this.add(metric, metric.name);
  }

  get metrics(): Iterable<CertifiedMetric> {
    return this.byName.values();
  }

  get size(): number {
    return this.byName.size;
  }

  named(name: string): CertifiedMetric | undefined {
    return this.byName.get(name);
  }

  aliased(alias: number | bigint): CertifiedMetric | undefined {
    return this.byAlias.get(alias);
  }

  get aliases(): Iterable<number | bigint> {
    return this.byAlias.keys();
  }

  /** The type that a template's definition gives a member. */
  private defined(reference: string | null, member: string): DataType | undefined {
    if (reference === null) return undefined;
    return this.definitions.get(reference)?.get(member) ?? this.ofNode?.defined(reference, member);
  }

  private add(metric: SparkplugMetric, name: string, fallback?: DataType): void {
    const { alias, value } = metric;
    const type = ownType(metric) ?? fallback;
    if (!type || isDefinition(metric)) return;
    const certified: CertifiedMetric = { name, type, alias, field: value?.field ?? null, ...saidOf(metric.properties) };
    this.byName.set(name, certified);
    if (alias !== null) this.byAlias.set(alias, certified);
    if (value?.field === 'template') this.addMembers(value.value, name);
  }

  private addMembers({ metrics, reference }: Template, name: string): void {
    for (const member of metrics) if (member.name !== null) this.add(member, `${name}/${member.name}`, this.defined(reference, member.name));
  }
}

function typesOf({ metrics }: Template): Definition {
  return new Map(metrics.flatMap((metric) => {
    const known = ownType(metric);
    return metric.name === null || !known ? [] : [[metric.name, known] as const];
  }));
}
