/** What the worker is told about telemetry. */
export class TelemetryWorkerOptions {
  /** Where the worker listens for what the gateways store. */
  readonly databaseUrl: string;
  /** Whole months of telemetry that are kept before the current one. */
  readonly keepMonths: number;
  /** How long after a day of UTC has ended its points go into blocks; what comes later than that is written twice. */
  readonly compactAfterMs: number;

  constructor({ databaseUrl, keepMonths, compactAfterMs }: { databaseUrl: string; keepMonths: number; compactAfterMs: number }) {
    this.databaseUrl = databaseUrl;
    this.keepMonths = keepMonths;
    this.compactAfterMs = compactAfterMs;
  }
}
