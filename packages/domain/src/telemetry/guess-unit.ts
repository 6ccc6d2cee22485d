import { keyWords, keyWordsAsWritten } from './key-words.js';

/** Units as they stand at a key's end, in the spelling that the field writes. Keys here are lower case. */
const UNIT_OF_WORD: Readonly<Record<string, string>> = {
  kwh: 'kWh', wh: 'Wh', mwh: 'MWh', 千瓦时: 'kWh', 度: 'kWh',
  kw: 'kW', w: 'W', mw: 'MW', watt: 'W', watts: 'W', 千瓦: 'kW',
  kvarh: 'kvarh', kvar: 'kvar', var: 'var', kva: 'kVA', va: 'VA', kvah: 'kVAh',
  c: '°C', degc: '°C', '°c': '°C', '℃': '°C', celsius: '°C', f: '°F', degf: '°F', k: 'K', kelvin: 'K',
  bar: 'bar', mbar: 'mbar', mpa: 'MPa', kpa: 'kPa', pa: 'Pa', psi: 'psi',
  v: 'V', mv: 'mV', kv: 'kV', volt: 'V', volts: 'V', a: 'A', ma: 'mA', amp: 'A', amps: 'A', hz: 'Hz', khz: 'kHz',
  s: 's', sec: 's', secs: 's', seconds: 's', ms: 'ms', min: 'min', mins: 'min', minutes: 'min', h: 'h', hours: 'h',
  mm: 'mm', cm: 'cm', m: 'm', um: 'µm', µm: 'µm', μm: 'µm', rpm: 'rpm', nm: 'N·m', kn: 'kN', n: 'N', kg: 'kg', g: 'g', t: 't',
  l: 'L', ml: 'mL', m3: 'm³', 'm³': 'm³', m3h: 'm³/h', lpm: 'L/min', ppm: 'ppm', pct: '%', percent: '%', '%': '%', db: 'dB', dba: 'dB(A)', lux: 'lx',
};

/** A word of one letter is a unit only where the key's other words name what it measures: `zone_c` is a name, `temp_c` is not. */
const SUBJECTS_OF_LETTER: Readonly<Record<string, RegExp>> = {
  c: /temp|heat|oil|water|mou?ld|barrel|温/,
  f: /temp/,
  k: /temp/,
  w: /power|load|watt/,
  v: /volt|u\d|phase|电压/,
  a: /curr|amp|i\d|phase|电流/,
  s: /time|duration|cycle|delay|interval|period|周期|时间/,
  m: /length|distance|height|level|position|depth/,
  n: /force/,
  h: /hour|time|run|duration|时/,
  g: /weight|mass|vib|acc/,
  t: /weight|mass|force|clamp|tonn/,
  l: /volume|level|water|oil|coolant/,
};

/** What is measured for each of something else: `flow_m3_min` is m³/min, `pm25_ug_m3` is µg/m³. */
const ABOVE: Readonly<Record<string, string>> = { m3: 'm³', 'm³': 'm³', l: 'L', ml: 'mL', kg: 'kg', g: 'g', t: 't', mg: 'mg', ug: 'µg', µg: 'µg', μg: 'µg', mm: 'mm', cm: 'cm', m: 'm' };
const BELOW: Readonly<Record<string, string>> = { h: 'h', hour: 'h', min: 'min', s: 's', sec: 's', m3: 'm³', 'm³': 'm³', l: 'L' };
/** Of letters that are much else, only where the key names a rate. */
const RATE_WORDS = /flow|speed|veloc|rate|feed|throughput|流量|速度|流速/;

function rateAtEnd(words: readonly string[]): string | null {
  const [above = '', below = ''] = words.slice(-2);
  if (words.length < 3 || !Object.hasOwn(ABOVE, above) || !Object.hasOwn(BELOW, below)) return null;
  if (above.length === 1 && !RATE_WORDS.test(words.slice(0, -2).join(' '))) return null;
  return `${ABOVE[above]}/${BELOW[below]}`;
}

/** Words that name a quantity whose unit is the same nearly everywhere. */
const USUAL_UNITS: readonly (readonly [RegExp, string])[] = [
  [/power factor|功率因数/, ''],
  [/humid|湿度/, '%'],
  [/voltage|电压/, 'V'],
  [/frequen|频率/, 'Hz'],
  [/temp|温度/, '°C'],
  [/energy|电能|电量|电度/, 'kWh'],
  [/power|功率/, 'kW'],
  [/rotational speed|spindle speed|转速/, 'rpm'],
];

function unitAtEnd(key: string): string | null {
  const words = keyWords(key);
  const rate = rateAtEnd(words);
  if (rate !== null) return rate;
  const last = words.at(-1) ?? '';
  const unit = Object.hasOwn(UNIT_OF_WORD, last) ? UNIT_OF_WORD[last] : undefined;
  if (unit === undefined) return null;
  const subject = Object.hasOwn(SUBJECTS_OF_LETTER, last) ? SUBJECTS_OF_LETTER[last] : undefined;
  if (subject && !subject.test(words.slice(0, -1).join(' '))) return null;
  // "MW" and "mW" differ only in case, and a plant has no milliwatts.
  return keyWordsAsWritten(key).at(-1) === 'mW' ? 'mW' : unit;
}

/**
 * Guesses a metric's unit from its key, in English or Chinese: `oil_temp_c` and `油温_℃` are °C, `Usage_kWh` is kWh; then from what it names (`humidity`: %).
 * A suggestion for a person to confirm; nothing is computed from it.
 * @returns the unit, or `null` where the key says none
 */
export function guessUnit(key: string): string | null {
  const atEnd = unitAtEnd(key);
  if (atEnd !== null) return atEnd;
  const text = keyWords(key).join(' ');
  const usual = USUAL_UNITS.find(([pattern]) => pattern.test(text));
  return usual?.[1] || null;
}
