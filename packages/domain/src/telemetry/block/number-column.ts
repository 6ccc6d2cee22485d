import type { ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';
import { decimalForm, decimalFormOf, MOST_PLACES, valueOf, wholeOf, type DecimalForm } from './decimal-form.js';
import { blockDamaged } from './fault.js';
import { readIntegers, unzigzag, writeIntegers, zigzag } from './integer-column.js';
import { readBits, writeBits } from './bit-column.js';
import { readOdd, writeOdd } from './odd-numbers.js';

const BITS = 0xff;
const SINGLE = 0x10;

/** Writes numbers, each to its last bit: as the differences of whole numbers where they are decimals of few places, else as their bits. */
export function writeNumbers(writer: ByteWriter, values: Float64Array): void {
  const form = decimalFormOf(values);
  writer.byte(form ? form.exponent + (form.isSingle ? SINGLE : 0) : BITS);
  if (form) writeDecimals(writer, values, form);
  else writeBits(writer, values);
}

/** Reads as many numbers as `values` has places, all of them 0, that {@link writeNumbers} wrote. */
export function readNumbers(reader: ByteReader, values: Float64Array): Float64Array {
  const form = reader.byte();
  if (form === BITS) return readBits(reader, values);
  if (form > SINGLE + MOST_PLACES) throw blockDamaged('its numbers have a form that there is not');
  return readDecimals(reader, values, decimalForm(form % SINGLE, form >= SINGLE));
}

/** What the form does not give back stands behind the rest. */
function writeDecimals(writer: ByteWriter, values: Float64Array, form: DecimalForm): void {
  const steps = new Float64Array(values.length);
  const odd: number[] = [];
  let before = 0;
  for (let i = 0; i < values.length; i += 1) {
    const whole = wholeOf(values[i] as number, form);
    if (whole === undefined) odd.push(i);
    else {
      steps[i] = zigzag(whole - before);
      before = whole;
    }
  }
  writeIntegers(writer, steps);
  writeOdd(writer, values, odd);
}

function readDecimals(reader: ByteReader, values: Float64Array, { scale, isSingle }: DecimalForm): Float64Array {
  readIntegers(reader, values);
  let whole = 0;
  for (let i = 0; i < values.length; i += 1) {
    whole += unzigzag(values[i] as number);
    values[i] = valueOf(whole, scale, isSingle);
  }
  readOdd(reader, values);
  return values;
}
