/** What machines need to know of the worker. */
export class DevicesWorkerOptions {
  readonly databaseUrl: string;

  constructor({ databaseUrl }: { readonly databaseUrl: string }) {
    this.databaseUrl = databaseUrl;
  }
}
