import { showCertificate, tokenDigest, type Admission, type Credential, type DeviceDirectory, type RefusalRecorder } from '@tenon/devices/ingest';
import { basicCredential } from '@tenon/domain/devices';
import type { Log } from '@tenon/runtime';
import { RateLimiter } from '../inbox/rate-limiter.js';
import type { IConnectPacket } from 'mqtt-packet';
import type { Client } from './client.js';
import type { Connection } from './connection.js';
import { connectFault } from './connect-rules.js';
import { GUEST } from './guest.js';
import type { MqttSettings } from './door-settings.js';
import type { MqttFigures } from './mqtt-figures.js';
import type { ProtocolVersion } from './protocol-version.js';
import { REASON } from './reason.js';
import { admissionReasons } from './refusal-reason.js';

export interface AdmissionParts {
  readonly directory: DeviceDirectory;
  readonly refusals: RefusalRecorder;
  readonly settings: MqttSettings;
  readonly connectsPerMinute: number;
  readonly figures: MqttFigures;
  readonly log: Log;
}

/** Who asks to be let in: from where, and with which certificate. */
export type Caller = Pick<Connection, 'address' | 'certificate'>;

/** Whom a CONNECT lets in, a machine or somebody who asks for credentials; or the reason why it does not. */
export type Verdict = { readonly isGuest: true } | { readonly admitted: Extract<Admission, { isAdmitted: true }>; readonly credential: Credential } | { readonly refusal: number };

/** Judges who may connect, and whether those who are connected still may. */
export class ConnectAdmission {
  private readonly connects: RateLimiter;

  constructor(private readonly parts: AdmissionParts) {
    this.connects = new RateLimiter(parts.connectsPerMinute / 60, parts.connectsPerMinute);
  }

  /** Judges by the token in the user name; where there is none, by the certificate. */
  async judge(packet: IConnectPacket, version: ProtocolVersion, { address, certificate }: Caller): Promise<Verdict> {
    const { settings, figures, log } = this.parts;
    const bucket = this.connects.bucket(address);
    if (bucket.take(Date.now()) > 0) {
      // An attempt refused costs nothing, or an address could be kept out for ever.
      bucket.giveBack();
      figures.connection('over-rate');
      return { refusal: REASON.connectionRate };
    }
    const fault = connectFault(packet, version, settings);
    if (fault !== null) {
      figures.connection('refused');
      return { refusal: fault };
    }
    try {
      if (packet.username === GUEST || (packet.clientId === GUEST && !packet.username && !certificate)) return this.guest();
      if (!certificate || packet.username) return await this.known(packet);
      const shown = showCertificate(certificate);
      return this.verdict(await this.parts.directory.admitBy(shown), shown);
    } catch (error) {
      log.warn('mqtt.not-admitted', { error });
      figures.connection('unavailable');
      return { refusal: REASON.unavailable };
    }
  }

  /** Looks a client's token or certificate up again, and ends its connection where it no longer lets it in. */
  async judgeAgain(client: Client): Promise<void> {
    try {
      const admission = await this.parts.directory.admitBy(client.credential);
      if (admission.isAdmitted && admission.device.deviceId === client.device.deviceId) return;
      if (admission.isAdmitted) return this.sendAway(client);
      this.record(admission);
      // Who may no longer speak leaves no word either.
      client.will = null;
      client.disconnect(admissionReasons(admission.error).disconnect);
    } catch (error) {
      // The database is away; the next round asks again.
      this.parts.log.debug('mqtt.not-judged-again', { error });
    }
  }

  /** What let it in is another machine's now, as of one that another company took over: it comes back as that one, after all it sent as this one is answered. */
  private sendAway(client: Client): void {
    client.will = null;
    client.leaveWhenAnswered(REASON.administrative);
  }

  private guest(): Verdict {
    this.parts.figures.connection('accepted');
    return { isGuest: true };
  }

  /** By a token, or by user name and password, of which nobody knows the parts: what they make together is looked up as a token is. */
  private async known({ username = '', password, clientId }: IConnectPacket): Promise<Verdict> {
    const { directory } = this.parts;
    const byToken = await directory.admit(username);
    const isKnown = byToken.isAdmitted || byToken.device !== null;
    if (isKnown || password === undefined || password.length === 0) return this.verdict(byToken, tokenDigest(username));
    const parts = { userName: username, password: password.toString() };
    for (const id of [clientId, null]) {
      const digest = tokenDigest(basicCredential({ ...parts, clientId: id }));
      const admission = await directory.admitBy(digest);
      if (admission.isAdmitted || admission.device !== null) return this.verdict(admission, digest);
    }
    return this.verdict(byToken, tokenDigest(username));
  }

  private verdict(admission: Admission, credential: Credential): Verdict {
    this.parts.figures.connection(admission.isAdmitted ? 'accepted' : 'refused');
    if (admission.isAdmitted) return { admitted: admission, credential };
    this.record(admission);
    return { refusal: admissionReasons(admission.error).connack };
  }

  private record({ device, error }: Extract<Admission, { isAdmitted: false }>): void {
    this.parts.refusals.record({ device, error, sample: '', door: 'mqtt' });
  }
}
