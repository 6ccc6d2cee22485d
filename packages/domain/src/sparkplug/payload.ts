import { type DataType, dataTypeOf } from './data-type.js';

/** A value as it stands on the wire: which field it was written in, and nothing more. What it means is for its data type to say. */
export type WireValue =
  | { readonly field: 'int' | 'long'; readonly value: number | bigint }
  | { readonly field: 'float' | 'double'; readonly value: number }
  | { readonly field: 'boolean'; readonly value: boolean }
  | { readonly field: 'string'; readonly value: string }
  | { readonly field: 'bytes'; readonly value: Uint8Array }
  | { readonly field: 'data-set'; readonly value: DataSet }
  | { readonly field: 'template'; readonly value: Template }
  | { readonly field: 'properties'; readonly value: readonly PropertySet[] };

/** A matrix of values. @see Sparkplug 3.0, section 6.4.11 */
export interface DataSet {
  readonly columns: readonly string[];
  /** Data type numbers, one a column. */
  readonly types: readonly number[];
  readonly rows: readonly (readonly (WireValue | null)[])[];
}

/** A value that belongs to a template as a whole. */
export interface Parameter {
  readonly name: string;
  readonly type: number;
  readonly value: WireValue | null;
}

/** A type that an edge node defines, or an instance of one. @see Sparkplug 3.0, section 6.4.14 */
export interface Template {
  readonly isDefinition: boolean;
  /** The name of the definition that it is an instance of. */
  readonly reference: string | null;
  readonly metrics: readonly SparkplugMetric[];
  readonly parameters: readonly Parameter[];
}

/** A property of a metric. */
export interface Property {
  readonly type: number;
  readonly value: WireValue | null;
}

/** What else is said of a metric, by key. */
export type PropertySet = ReadonlyMap<string, Property>;

/** What is said of a metric's bytes. */
export interface MetaData {
  readonly contentType: string | null;
  readonly size: number | bigint | null;
  readonly fileName: string | null;
  readonly fileType: string | null;
  readonly md5: string | null;
}

/** One metric of a payload, or one member of a template. @see Sparkplug 3.0, section 6.4.6 */
export interface SparkplugMetric {
  readonly name: string | null;
  readonly alias: number | bigint | null;
  /** Milliseconds since the epoch. */
  readonly atMs: number | null;
  /** Null in messages that rely on what the birth certificate said. */
  readonly type: number | null;
  readonly isHistorical: boolean;
  readonly isTransient: boolean;
  /** Null where the metric says that its value is null, or has none. */
  readonly value: WireValue | null;
  readonly metaData: MetaData | null;
  readonly properties: PropertySet | null;
}

/** What an edge node publishes. @see Sparkplug 3.0, section 6.4.5 */
export interface SparkplugPayload {
  readonly atMs: number | null;
  readonly seq: number | null;
  readonly metrics: readonly SparkplugMetric[];
  /** Names a schema of `body`; Eclipse's clients say by it that the body is a packed payload. */
  readonly uuid: string | null;
  readonly body: Uint8Array | null;
}

/** The data type that a metric gives itself; undefined where it gives none, or none that there is. */
export function ownType({ type }: Pick<SparkplugMetric, 'type'>): DataType | undefined {
  return type === null ? undefined : dataTypeOf(type);
}

/** Whether a metric defines a template, and has no value of its own. */
export function isDefinition({ value }: SparkplugMetric): boolean {
  return value?.field === 'template' && value.value.isDefinition;
}
