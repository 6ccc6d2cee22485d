/** Any JSON value, `null` included. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** What a device may say of one metric: a finite number, a text, a boolean, or a JSON object or array. Never `null`: a device that says `null` said nothing. */
export type MetricValue = Exclude<JsonValue, null>;

/** One metric of one message: its key as the device wrote it, and its value. */
export type MetricEntry = readonly [key: string, value: MetricValue];
