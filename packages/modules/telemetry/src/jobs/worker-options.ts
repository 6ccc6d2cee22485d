/** What the worker is told about telemetry. */
export class TelemetryWorkerOptions {
  constructor(
    /** Where the worker listens for what the gateways store. */
    readonly databaseUrl: string,
    /** Whole months of telemetry that are kept before the current one. */
    readonly keepMonths: number,
  ) {}
}
