import type { WantedCredentials } from '@tenon/domain/devices';
import type { AppError } from '@tenon/kernel';

/** What a machine is let in by: as it is kept and as it is told. */
export interface MadeCredentials {
  readonly type: WantedCredentials['type'];
  /** SHA-256 of it: all that is kept. */
  readonly digest: Buffer;
  readonly shown: string;
  /** Where it is one. */
  readonly certificate: { readonly serial: string; readonly untilMs: number } | null;
  readonly value: string | object;
}

/** What a machine is told, in ThingsBoard's words. @see https://thingsboard.io/docs/reference/mqtt-api/provisioning/ */
export type ProvisioningAnswer =
  | { readonly status: 'SUCCESS'; readonly credentialsType: MadeCredentials['type']; readonly credentialsValue: MadeCredentials['value'] }
  | { readonly status: 'NOT_FOUND' | 'FAILURE'; readonly errorMsg: string; readonly code: string };

export function provisioned({ type, value }: Pick<MadeCredentials, 'type' | 'value'>): ProvisioningAnswer {
  return { status: 'SUCCESS', credentialsType: type, credentialsValue: value };
}

/** ThingsBoard has one sentence for each status; ours say why, and a code beside them. */
export function refusedProvisioning({ code, message }: AppError): ProvisioningAnswer {
  return code === 'PROVISION.NOT_FOUND' ? { status: 'NOT_FOUND', errorMsg: 'Provision data was not found!', code } : { status: 'FAILURE', errorMsg: message, code };
}
