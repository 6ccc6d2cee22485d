import type { ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';
import { decimalForm, decimalFormOf, MOST_PLACES, valueOf, type DecimalForm } from './decimal-form.js';
import { blockDamaged } from './fault.js';
import { readIntegers, unzigzag, writeIntegers, zigzag } from './integer-column.js';
import { readNumbers, writeNumbers } from './number-column.js';
import { readOdd, writeOdd } from './odd-numbers.js';

const AS_NUMBERS = 0xff;
/** Whole numbers within this have exact differences, also once their sign is folded in. */
const MOST_WHOLE = 2 ** 51;
const MOST_ULPS = 2 ** 31;
const TWO_32 = 2 ** 32;

/**
 * Writes sums, each to its last bit. A sum of decimals of so many places is nearly one itself, and what rounding on the way made of it is a few units in the last
 * place: the decimal is written as its addends would be, and those units beside it, which takes a third of what the bits do.
 * @param addends numbers that were added up, by which the form is chosen
 */
export function writeSums(writer: ByteWriter, sums: Float64Array, addends: Float64Array): void {
  const form = decimalFormOf(addends);
  if (!form || form.isSingle) {
    writer.byte(AS_NUMBERS);
    writeNumbers(writer, sums);
    return;
  }
  writer.byte(form.exponent);
  writeRounded(writer, sums, form);
}

/** Reads as many sums as `sums` has places, all of them 0, that {@link writeSums} wrote. */
export function readSums(reader: ByteReader, sums: Float64Array): Float64Array {
  const exponent = reader.byte();
  if (exponent === AS_NUMBERS) return readNumbers(reader, sums);
  if (exponent > MOST_PLACES) throw blockDamaged('its sums have a form that there is not');
  return readRounded(reader, sums, decimalForm(exponent, false));
}

function writeRounded(writer: ByteWriter, sums: Float64Array, { scale }: DecimalForm): void {
  const [steps, ulps, odd] = [new Float64Array(sums.length), new Float64Array(sums.length), [] as number[]];
  let before = 0;
  for (let i = 0; i < sums.length; i += 1) {
    const sum = sums[i] as number;
    const whole = Math.round(sum * scale) + 0;
    const off = Math.abs(whole) <= MOST_WHOLE ? ulpsBetween(valueOf(whole, scale, false), sum) : undefined;
    if (off === undefined) odd.push(i);
    else {
      steps[i] = zigzag(whole - before);
      ulps[i] = zigzag(off);
      before = whole;
    }
  }
  writeIntegers(writer, steps);
  writeIntegers(writer, ulps);
  writeOdd(writer, sums, odd);
}

function readRounded(reader: ByteReader, sums: Float64Array, { scale }: DecimalForm): Float64Array {
  readIntegers(reader, sums);
  const ulps = readIntegers(reader, new Float64Array(sums.length));
  let whole = 0;
  for (let i = 0; i < sums.length; i += 1) {
    whole += unzigzag(sums[i] as number);
    sums[i] = shifted(valueOf(whole, scale, false), unzigzag(ulps[i] as number));
  }
  readOdd(reader, sums);
  return sums;
}

const view = new DataView(new ArrayBuffer(8));

/** How many doubles lie from one to the other; `undefined` where that are too many, or their signs differ. */
function ulpsBetween(from: number, to: number): number | undefined {
  view.setFloat64(0, from);
  const [fromHigh, fromLow] = [view.getUint32(0), view.getUint32(4)];
  view.setFloat64(0, to);
  const ulps = (view.getUint32(0) - fromHigh) * TWO_32 + (view.getUint32(4) - fromLow);
  return Math.abs(ulps) < MOST_ULPS ? ulps : undefined;
}

/** The double so many after one. */
function shifted(value: number, ulps: number): number {
  if (ulps === 0) return value;
  view.setFloat64(0, value);
  const low = view.getUint32(4) + ulps;
  view.setUint32(4, low);
  if (low < 0 || low >= TWO_32) view.setUint32(0, view.getUint32(0) + Math.floor(low / TWO_32));
  return view.getFloat64(0);
}
