import type { ErrorDetails } from '@tenon/kernel';
import type { BirthCertificate, CertifiedMetric } from './birth-certificate.js';
import { type DataType, dataTypeOf } from './data-type.js';
import { isDefinition, ownType, type Parameter, type SparkplugMetric, type Template } from './payload.js';
import type { SparkplugValue } from './exact.js';
import { typedValue } from './typed-value.js';

/** One value of one metric, as it can be kept. */
export interface SparkplugReading {
  /** The metric's name, slashes and all; a template's member stands behind the template's name and a slash. */
  readonly key: string;
  readonly value: Exclude<SparkplugValue, null>;
  /** Milliseconds since the epoch; null where neither the metric nor the payload has a time. */
  readonly atMs: number | null;
  readonly isHistorical: boolean;
  readonly unit: string | null;
}

/** Why a metric, or a message, was not taken as it should be. */
export interface SparkplugFault {
  readonly code: `SPARKPLUG.${string}`;
  readonly message: string;
  readonly details: ErrorDetails;
}

/** What a payload's metrics come to. */
export interface Readings {
  readonly readings: readonly SparkplugReading[];
  readonly faults: readonly SparkplugFault[];
  /** Whether the node spoke of what its birth certificate does not name, so that another is wanted. */
  readonly isUncertified: boolean;
  /** Metrics that were spoken of, by name, those too that are not kept; with their values for whoever waits for one. */
  readonly told: readonly (readonly [name: string, value: SparkplugValue])[];
}

/** Metrics that steer a session, and say nothing of a machine. @see tck-id-payloads-nbirth-bdseq, tck-id-topics-nbirth-rebirth-metric */
const OF_THE_SESSION: ReadonlySet<string> = new Set(['bdSeq', 'Node Control/Rebirth', 'Node Control/Reboot', 'Node Control/Next Server']);
/** @see Sparkplug 3.0, section 6.4.9.1, quality codes */
const POOR_QUALITIES: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [0, 'bad'],
  [500, 'stale'],
]);

function fault(code: SparkplugFault['code'], message: string, details: ErrorDetails): SparkplugFault {
  return { code, message, details };
}

/** Takes a payload's metrics apart. */
class Taking {
  readonly readings: SparkplugReading[] = [];
  readonly faults: SparkplugFault[] = [];
  readonly told: [string, SparkplugValue][] = [];
  isUncertified = false;

  constructor(
    private readonly certificate: BirthCertificate,
    private readonly payloadAtMs: number | null,
  ) {}

  /** Takes a metric of the payload itself, named or by its alias. */
  top(metric: SparkplugMetric): void {
    if (isDefinition(metric)) return;
    const known = this.certified(metric);
    const key = metric.name ?? known?.name;
    if (!known) this.uncertified(key ?? `alias ${metric.alias ?? ''}`);
    if (key !== undefined) this.place(metric, { key, known, atMs: metric.atMs ?? this.payloadAtMs, isHistorical: metric.isHistorical });
  }

  private certified({ name, alias }: SparkplugMetric): CertifiedMetric | undefined {
    if (name !== null) return this.certificate.named(name);
    return alias === null ? undefined : this.certificate.aliased(alias);
  }

  /** Whether it stands in the certificate or not, a type that the node gives here says how to read it. */
  private place(metric: SparkplugMetric, place: Place): void {
    const type = ownType(metric) ?? place.known?.type;
    if (type) this.take(metric, type, place);
    else if (place.known || metric.type !== null) this.mismatch(place.key, `type ${metric.type ?? 0}`);
  }

  private take(metric: SparkplugMetric, type: DataType, place: Place): void {
    const { key } = place;
    const { value } = metric;
    if (value === null) return void this.told.push([key, null]);
    if (value.field === 'template') return type === 'Template' ? this.inside(value.value, place) : this.mismatch(key, type);
    const typed = typedValue(type, value, metric.metaData);
    if (typed === undefined || typed === null) return this.mismatch(key, type);
    this.told.push([key, typed]);
    if (!metric.isTransient && !OF_THE_SESSION.has(key)) this.keep(metric, place, typed);
  }

  private keep(metric: SparkplugMetric, { key, atMs, isHistorical, known }: Place, value: SparkplugReading['value']): void {
    const quality = Number.isNaN(value) || value === Infinity || value === -Infinity ? String(value) : qualityOf(metric);
    if (quality) this.faults.push(fault('SPARKPLUG.POOR_QUALITY', `The value of "${shown(key)}" is ${quality}.`, { metric: shown(key), quality }));
    else this.readings.push({ key, value, atMs, isHistorical, unit: known?.unit ?? null });
  }

  private inside({ metrics, parameters }: Template, place: Place): void {
    for (const member of metrics) {
      if (member.name === null) continue;
      const key = `${place.key}/${member.name}`;
      this.place(member, { key, known: this.certificate.named(key), atMs: member.atMs ?? place.atMs, isHistorical: place.isHistorical || member.isHistorical });
    }
    for (const parameter of parameters) this.parameter(parameter, place);
  }

  private parameter({ name, type, value }: Parameter, { key, atMs, isHistorical }: Place): void {
    const known = dataTypeOf(type);
    const typed = known && value ? typedValue(known, value) : undefined;
    if (name !== '' && typed !== undefined && typed !== null) this.readings.push({ key: `${key}/${name}`, value: typed, atMs, isHistorical, unit: null });
  }

  private uncertified(metric: string): void {
    this.isUncertified = true;
    this.faults.push(fault('SPARKPLUG.UNKNOWN_METRIC', `The birth certificate names no metric ${shown(metric)}.`, { metric: shown(metric) }));
  }

  private mismatch(metric: string, type: string): void {
    this.faults.push(fault('SPARKPLUG.TYPE_MISMATCH', `The value of "${shown(metric)}" is no ${type}.`, { metric: shown(metric), type }));
  }
}

/** Under which name and time a metric is kept. Handed on as it is: copies of it would be most of what a message costs. */
interface Place {
  readonly key: string;
  readonly known: CertifiedMetric | undefined;
  readonly atMs: number | null;
  readonly isHistorical: boolean;
}

function qualityOf({ properties }: SparkplugMetric): string | undefined {
  const quality = properties?.get('Quality');
  return quality?.value ? POOR_QUALITIES.get(typedValue('Int32', quality.value)) : undefined;
}

function shown(name: string): string {
  return name.length > 128 ? `${name.slice(0, 128)}…` : name;
}

/**
 * What the metrics of a payload come to, in their order. A metric that cannot be taken is a fault of its own and keeps none of the others out.
 * Null values say nothing; transient ones are told and not kept; those that the node calls bad or stale are faults.
 */
export function readingsOf(metrics: readonly SparkplugMetric[], payloadAtMs: number | null, certificate: BirthCertificate): Readings {
  const taking = new Taking(certificate, payloadAtMs);
  for (const metric of metrics) taking.top(metric);
  return taking;
}
