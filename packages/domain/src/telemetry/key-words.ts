const SEPARATORS = /[^\p{L}\p{N}%°µμ℃³²]+/u;
const HUMPS = /(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{Script=Han})(?=[A-Za-z])|(?<=[A-Za-z])(?=\p{Script=Han})/u;
// Units whose own capitals look like humps: kWh, kVarh, MPa, kHz.
const UNIT_AT_END = /^(|.*[\p{Ll}\d\p{Script=Han}])([kMG]?(?:Wh?|V[Aa]rh?|VAh?|Pa|Hz|V))$/u;

function humps(part: string): string[] {
  const [, head, unit] = UNIT_AT_END.exec(part) ?? [];
  return head === undefined || unit === undefined ? part.split(HUMPS) : [...head.split(HUMPS), unit];
}

/** The words of a metric's key as written: `OilTemp_C` is `Oil`, `Temp`, `C`; `pressureMPa` is `pressure`, `MPa`. A run of Chinese characters is one word. */
export function keyWordsAsWritten(key: string): string[] {
  return key.split(SEPARATORS).flatMap(humps).filter((word) => word !== '');
}

/** The words of a metric's key in lower case. */
export function keyWords(key: string): string[] {
  return keyWordsAsWritten(key).map((word) => word.toLowerCase());
}
