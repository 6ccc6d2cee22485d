import type { RangePreset } from './range.js';

export interface RangePickerLabels {
  /** Names the control: "Time range". */
  readonly label: string;
  readonly presets: Readonly<Record<RangePreset, string>>;
  readonly custom: string;
  readonly from: string;
  readonly to: string;
  readonly apply: string;
  readonly earlier: string;
  readonly later: string;
  /** Stands before the zone's name. */
  readonly timeZone: string;
  readonly errors: { readonly missing: string; readonly order: string; readonly span?: string };
}
