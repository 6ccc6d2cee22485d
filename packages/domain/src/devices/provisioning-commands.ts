import { shellQuote } from './shell-quote.js';

/** A key with its secret, and where a machine asks. */
export interface ProvisioningTarget {
  readonly httpBaseUrl: string;
  readonly key: string;
  readonly secret: string;
  readonly deviceName: string;
}

/** What a machine sends by a key: the payload, and a command that sends it. */
export function provisioningCommands({ httpBaseUrl, key, secret, deviceName }: ProvisioningTarget): { readonly request: string; readonly curl: string } {
  const request = JSON.stringify({ deviceName, provisionDeviceKey: key, provisionDeviceSecret: secret });
  return { request, curl: `curl -X POST ${shellQuote(`${httpBaseUrl}/api/v1/provision`)} -H 'Content-Type: application/json' -d ${shellQuote(request)}` };
}
