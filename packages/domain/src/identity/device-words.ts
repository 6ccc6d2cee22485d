/** What a browser and its system are called; `other` where its own words name none that is known here. */
export interface DeviceWords {
  readonly browser: string;
  readonly system: string;
}

/** By what a user agent names itself; the narrower before what it also claims to be. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, 'WeChat'],
  [/DingTalk\//, 'DingTalk'],
  [/Lark\/|Feishu\//, 'Feishu'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/QQBrowser\//, 'QQ Browser'],
  [/HuaweiBrowser\//, 'Huawei Browser'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

const nameIn = (table: readonly (readonly [RegExp, string])[], text: string): string => table.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';

/**
 * The device behind a session, in words that people know: a name from a closed list, and never what the caller wrote.
 * @param userAgent the header of that name, RFC 9110, 10.1.5; anything may stand there
 */
export function deviceWords(userAgent: string): DeviceWords {
  return { browser: nameIn(BROWSERS, userAgent), system: nameIn(SYSTEMS, userAgent) };
}
