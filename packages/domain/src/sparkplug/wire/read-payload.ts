import type { MetaData, Parameter, PropertySet, SparkplugMetric, SparkplugPayload, Template, WireValue } from '../payload.js';
import { tooMuch } from './fault.js';
import { DEFAULT_SPARKPLUG_LIMITS, type SparkplugLimits } from './limits.js';
import { plainValue, readDataSet, readFields, readMetaData, readProperties } from './read-parts.js';
import { WIRE, WireReader } from './wire-reader.js';

const { varint, bytes } = WIRE;
const tag = (field: number, wire: number): number => field * 8 + wire;

/** A metric while its fields come. */
type Unfinished = { -readonly [Key in keyof SparkplugMetric]: SparkplugMetric[Key] } & { isNull: boolean };

/** Reads one payload. It counts what it reads across all levels, so that no nesting gets around the limits. */
class PayloadReading {
  private metrics = 0;

  constructor(private readonly limits: SparkplugLimits) {}

  payload(reader: WireReader): SparkplugPayload {
    let [atMs, seq, uuid, body]: [number | null, number | null, string | null, Uint8Array | null] = [null, null, null, null];
    const metrics: SparkplugMetric[] = [];
    readFields(reader, (found) => {
      if (found === tag(2, bytes)) metrics.push(this.metric(reader.inner(), 1));
      else if (found === tag(1, varint)) atMs = Number(reader.uint64());
      else if (found === tag(3, varint)) seq = Number(reader.uint64());
      else if (found === tag(4, bytes)) uuid = reader.text();
      else if (found === tag(5, bytes)) body = reader.raw();
      else return false;
      return true;
    });
    return { atMs, seq, metrics, uuid, body };
  }

  private metric(reader: WireReader, depth: number): SparkplugMetric {
    const { maxMetrics } = this.limits;
    if ((this.metrics += 1) > maxMetrics) throw tooMuch('metrics', maxMetrics);
    const metric: Unfinished = { name: null, alias: null, atMs: null, type: null, isHistorical: false, isTransient: false, value: null, metaData: null, properties: null, isNull: false };
    readFields(reader, (found) => {
      const value = plainValue(reader, found, 10);
      if (value) metric.value = value;
      return value !== undefined || this.head(metric, reader, found) || this.rest(metric, reader, found, depth);
    });
    const { isNull, ...read } = metric;
    return isNull ? { ...read, value: null } : read;
  }

  private head(metric: Unfinished, reader: WireReader, found: number): boolean {
    if (found === tag(1, bytes)) metric.name = reader.text();
    else if (found === tag(2, varint)) metric.alias = reader.uint64();
    else if (found === tag(3, varint)) metric.atMs = Number(reader.uint64());
    else if (found === tag(4, varint)) metric.type = reader.uint32();
    else if (found === tag(5, varint)) metric.isHistorical = reader.bool();
    else if (found === tag(6, varint)) metric.isTransient = reader.bool();
    else if (found === tag(7, varint)) metric.isNull = reader.bool();
    else return false;
    return true;
  }

  private rest(metric: Unfinished, reader: WireReader, found: number, depth: number): boolean {
    if (found === tag(8, bytes)) metric.metaData = readMetaData(reader.inner()) satisfies MetaData;
    else if (found === tag(9, bytes)) metric.properties = readProperties(reader.inner(), 1, this.limits) satisfies PropertySet;
    else if (found === tag(16, bytes)) metric.value = { field: 'bytes', value: reader.raw() };
    else if (found === tag(17, bytes)) metric.value = { field: 'data-set', value: readDataSet(reader.inner(), this.limits) };
    else if (found === tag(18, bytes)) metric.value = { field: 'template', value: this.template(reader.inner(), depth + 1) };
    else return false;
    return true;
  }

  private template(reader: WireReader, depth: number): Template {
    if (depth > this.limits.maxDepth) throw tooMuch('levels', this.limits.maxDepth);
    const [metrics, parameters]: [SparkplugMetric[], Parameter[]] = [[], []];
    let [reference, isDefinition]: [string | null, boolean] = [null, false];
    readFields(reader, (found) => {
      if (found === tag(2, bytes)) metrics.push(this.metric(reader.inner(), depth));
      else if (found === tag(3, bytes)) parameters.push(this.parameter(reader.inner()));
      else if (found === tag(4, bytes)) reference = reader.text();
      else if (found === tag(5, varint)) isDefinition = reader.bool();
      else return false;
      return true;
    });
    return { isDefinition, reference, metrics, parameters };
  }

  private parameter(reader: WireReader): Parameter {
    const { maxMetrics } = this.limits;
    if ((this.metrics += 1) > maxMetrics) throw tooMuch('metrics', maxMetrics);
    let [name, type, value]: [string, number, WireValue | null] = ['', 0, null];
    readFields(reader, (found) => {
      const plain = plainValue(reader, found, 3);
      if (plain) value = plain;
      else if (found === tag(1, bytes)) name = reader.text();
      else if (found === tag(2, varint)) type = reader.uint32();
      else return false;
      return true;
    });
    return { name, type, value };
  }
}

/**
 * Reads a Sparkplug B payload. What its schema does not name is passed over, as Protocol Buffers have it; texts and bytes are views or copies of no more than what came.
 * @throws AppError (invalid) SPARKPLUG.BAD_PAYLOAD for what is no such payload; SPARKPLUG.TOO_MUCH beyond the limits
 * @see Sparkplug 3.0, section 6.4.1, the schema
 */
export function readPayload(message: Uint8Array, limits: SparkplugLimits = DEFAULT_SPARKPLUG_LIMITS): SparkplugPayload {
  return new PayloadReading(limits).payload(new WireReader(message));
}
