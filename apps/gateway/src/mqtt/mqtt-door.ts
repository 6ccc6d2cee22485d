import type { DeviceDirectory, DeviceRef, PresenceRecorder, RefusalRecorder } from '@tenon/devices/ingest';
import type { IConnectPacket } from 'mqtt-packet';
import { SECOND_MS } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import type { Pressure } from '@tenon/telemetry/ingest';
import type { CommandPost } from '../downlink/command-post.js';
import type { StatePost } from '../downlink/state-post.js';
import type { GatewayMessages } from '../children/gateway-messages.js';
import type { Talk } from '../downlink/talk.js';
import type { PackageDesk } from '../ota/package-desk.js';
import { tooLarge, type Inbox } from '../inbox/inbox.js';
import type { Provisioning } from '../provisioning/provisioning.js';
import type { RateLimiter } from '../inbox/rate-limiter.js';
import type { SparkplugHost } from '../sparkplug/sparkplug-host.js';
import type { ConnectAdmission, Verdict } from './admission.js';
import { Client } from './client.js';
import { Clients } from './clients.js';
import { connackOf, connectTerms, type ConnectTerms } from './connect-rules.js';
import { encodePacket } from './control-packets.js';
import type { MqttSettings } from './door-settings.js';
import { Guest, GUEST_MS } from './guest.js';
import { Flusher } from './flusher.js';
import { Handshakes } from './handshakes.js';
import type { MqttFigures } from './mqtt-figures.js';
import { Newcomers } from './newcomers.js';
import { Peer, type PeerHost } from './peer.js';
import type { PeerStream } from './peer-stream.js';
import { protocolRefusal } from './protocol-refusal.js';
import type { ProtocolVersion } from './protocol-version.js';
import { REASON, type ProtocolFault } from './reason.js';
import { sessionKey, SessionStore, type Session } from './session.js';
import { listenOnTcp, type Listener } from './tcp-listener.js';
import { listenOnTls, type TlsSettings } from './tls-listener.js';
import { Wills } from './wills.js';

export interface MqttDoorParts {
  readonly settings: MqttSettings;
  readonly admission: ConnectAdmission;
  readonly directory: DeviceDirectory;
  readonly inbox: Inbox;
  readonly commands: CommandPost;
  readonly states: StatePost;
  readonly talk: Talk;
  readonly packages: PackageDesk;
  readonly provisioning: Provisioning;
  readonly gatewayMessages: GatewayMessages;
  readonly sparkplug: SparkplugHost;
  readonly presence: PresenceRecorder;
  readonly refusals: RefusalRecorder;
  readonly pressure: Pressure;
  readonly rates: RateLimiter;
  readonly clients: Clients;
  readonly figures: MqttFigures;
  readonly log: Log;
}

/** The MQTT door: whoever connects, one {@link Peer} each. */
export class MqttDoor implements PeerHost {
  readonly maxConnectBytes: number;
  private readonly maxPacketBytes: number;
  private readonly listeners: Listener[] = [];
  private readonly peers = new Set<Peer>();
  private readonly newcomers: Newcomers;
  private readonly handshakes: Handshakes;
  private readonly clients: Clients;
  private readonly sessions: SessionStore;
  private readonly wills: Wills;
  private readonly flusher = new Flusher();
  private readonly timers: NodeJS.Timeout[] = [];
  /** Set once the door shuts; from then on nobody is let in, and no one who is held is read again. */
  private closed: Promise<void> | undefined;

  constructor(private readonly parts: MqttDoorParts) {
    const { maxPacketBytes, maxConnectBytes, maxNewcomersPerAddress } = parts.settings;
    this.maxPacketBytes = maxPacketBytes;
    this.maxConnectBytes = Math.min(maxConnectBytes, maxPacketBytes);
    this.newcomers = new Newcomers(maxNewcomersPerAddress);
    this.handshakes = new Handshakes(this.newcomers);
    this.clients = parts.clients;
    this.sessions = new SessionStore(parts.settings);
    this.wills = new Wills(parts);
    parts.figures.watchWills(() => this.wills.size);
    parts.pressure.onChange((isHigh) => (isHigh ? this.holdAll() : setImmediate(() => this.releaseAll())));
  }

  /** Listens on all interfaces, by TLS too where there is a certificate. @returns the ports @throws when one cannot be had, or the certificate not be used */
  async listen(port: number, tls?: TlsSettings): Promise<{ port: number; tlsPort: number | null }> {
    const { log, settings } = this.parts;
    const plain = await listenOnTcp(port, this.take);
    this.listeners.push(plain);
    const secure = tls && (await listenOnTls(tls, { take: this.take, hasRoom: (address) => this.hasRoom(address), handshakes: this.handshakes, handshakeTimeoutMs: settings.connectTimeoutMs, log }));
    if (secure) this.listeners.push(secure);
    this.timers.push(setInterval(() => this.sweep(), SECOND_MS), setInterval(() => this.revalidate(this.clients.all()), settings.revalidateMs));
    return { port: plain.port, tlsPort: secure?.port ?? null };
  }

  /** Takes whoever connected, by whatever way. */
  readonly take = (stream: PeerStream): void => {
    if (this.closed || !this.hasRoom(stream.remoteAddress ?? '')) {
      stream.destroy();
      return;
    }
    const peer = new Peer(stream, this);
    this.peers.add(peer);
    this.newcomers.add(peer);
  };

  /** Looks the tokens of these clients up again. */
  revalidate(clients: readonly Client[]): void {
    for (const client of clients) void this.parts.admission.judgeAgain(client);
  }

  /** Lets nobody in any more, and reads nothing more from those who are in. */
  stopReading(): void {
    this.closed ??= Promise.all(this.listeners.map((listener) => listener.close())).then(() => undefined);
    this.handshakes.breakOff();
    for (const timer of this.timers) clearInterval(timer);
    this.holdAll();
  }

  /** Sends everybody away; what was acknowledged has been sent. */
  async close(): Promise<void> {
    this.stopReading();
    this.flusher.flush();
    for (const { client, connection } of this.peers) {
      // A gateway that is started again is no word of its machines: their wills are not sent.
      if (client) client.will = null;
      client?.sayGoodbye();
      if (client) client.disconnect(REASON.shuttingDown);
      else connection.destroy();
    }
    await this.closed;
    this.sessions.close();
    this.wills.close();
  }

  admit(peer: Peer, packet: IConnectPacket, version: ProtocolVersion): void {
    void this.parts.admission.judge(packet, version, peer.connection).then((verdict) => {
      if (!peer.connection.isOpen) return;
      if (this.closed) peer.refuse(REASON.unavailable);
      else if ('refusal' in verdict) peer.refuse(verdict.refusal);
      else if ('isGuest' in verdict) this.receive(peer, packet, version);
      else this.welcome(peer, packet, version, verdict);
    });
  }

  /** Somebody without credentials: stays a newcomer, and is told what they are. */
  private receive(peer: Peer, packet: IConnectPacket, version: ProtocolVersion): void {
    const { settings, provisioning } = this.parts;
    peer.guest = new Guest(peer.connection, version, provisioning);
    peer.connection.write(encodePacket(connackOf(packet, connectTerms(packet, version, settings), version, false, settings), version));
    peer.connection.release('admission');
  }

  onTooLarge(client: Client, head: Buffer, size: number): void {
    this.parts.refusals.record({ device: client.device, door: 'mqtt', sample: head, error: tooLarge(size, this.maxPacketBytes) });
  }

  onFault(client: Client | null, fault: ProtocolFault, sample: Buffer): void {
    this.parts.figures.fault(fault.reason);
    this.parts.log.debug('mqtt.protocol-fault', { fault: fault.message, reason: fault.reason });
    if (fault.cause) this.parts.log.error('mqtt.packet-not-handled', { error: fault.cause });
    if (client) this.parts.refusals.record({ device: client.device, door: 'mqtt', sample, error: protocolRefusal(fault) });
  }

  onClosed(peer: Peer): void {
    this.peers.delete(peer);
    this.newcomers.remove(peer);
    const { client } = peer;
    if (!client) return;
    client.stop();
    if (this.clients.remove(client)) this.sessions.keep(client.session);
    this.parts.presence.disconnected(client.device);
    this.wills.execute(client);
  }

  private hasRoom(address: string): boolean {
    return this.peers.size + this.handshakes.size < this.parts.settings.maxConnections && !this.newcomers.isCrowded(address);
  }

  private welcome(peer: Peer, packet: IConnectPacket, version: ProtocolVersion, { admitted: { device }, credential }: Extract<Verdict, { credential: unknown }>): void {
    const { settings, inbox, refusals, presence, rates, pressure, commands, states, talk, packages, gatewayMessages, sparkplug } = this.parts;
    const { connection } = peer;
    const terms = connectTerms(packet, version, settings);
    if (this.isCrowded(device, terms)) return peer.refuse(REASON.quotaExceeded);
    const { session, isPresent } = this.openSession(device, terms);
    const bucket = rates.bucket(device.deviceId);
    const client = new Client({ connection, version, device, session, terms, settings, inbox, refusals, commands, states, talk, packages, gatewayMessages, sparkplug, presence, bucket, credential, flushSoon: this.flusher.soon });
    peer.client = client;
    this.newcomers.remove(peer);
    connection.reader.allow(this.maxPacketBytes);
    this.wills.cancel(client.key);
    this.clients.add(client)?.disconnect(REASON.takenOver);
    presence.connected(device);
    connection.write(encodePacket(connackOf(packet, terms, version, isPresent, settings), version));
    client.start();
    if (pressure.isHigh) client.hold();
    connection.release('admission');
  }

  /** Whether the machine has connections enough; taking one over is no new one. */
  private isCrowded({ deviceId }: DeviceRef, { clientId }: ConnectTerms): boolean {
    const isNew = this.clients.find(sessionKey(deviceId, clientId)) === undefined;
    return isNew && this.clients.ofDevice(deviceId).length >= this.parts.settings.maxClientsPerMachine;
  }

  /** The client's session: the one its last connection left, or still has, which then ends. */
  private openSession(device: DeviceRef, terms: ConnectTerms): { session: Session; isPresent: boolean } {
    const previous = this.clients.find(sessionKey(device.deviceId, terms.clientId));
    const kept = this.sessions.open(device.deviceId, terms.clientId, terms.isClean);
    const isTakenOver = previous !== undefined && !terms.isClean;
    // Nobody takes up what was to be sent to the one that goes.
    if (previous && !isTakenOver) previous.session.outgoing.drop();
    // A will that was to wait whether its client comes back is not needed: here it is.
    if (isTakenOver && previous.will && previous.will.delayMs > 0) previous.will = null;
    const session = isTakenOver ? previous.session : kept.session;
    session.expiryMs = terms.sessionExpiryMs;
    return { session, isPresent: isTakenOver || kept.isPresent };
  }

  private sweep(): void {
    const nowMs = Date.now();
    const { connectTimeoutMs } = this.parts.settings;
    for (const { client, guest, openedAtMs, connection } of this.peers) {
      if (client?.isSilent(nowMs)) client.disconnect(REASON.keepAliveTimeout);
      else if (!client && nowMs - openedAtMs > (guest ? GUEST_MS : connectTimeoutMs)) connection.destroy();
    }
  }

  private holdAll(): void {
    for (const client of this.clients.all()) client.hold();
  }

  /** One after another, and not those left over when it fills up again. */
  private releaseAll(): void {
    for (const client of this.clients.all()) {
      if (this.closed || this.parts.pressure.isHigh) return;
      client.release();
    }
  }
}
