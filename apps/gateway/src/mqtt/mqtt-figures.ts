import { Counter, Gauge, type Registry } from '@tenon/runtime';

/** The figures of the MQTT door. */
export class MqttFigures {
  private readonly connections: Counter;
  private readonly faults: Counter;

  constructor(
    private readonly registry: Registry,
    connected: () => number,
  ) {
    const registers = [registry];
    this.connections = new Counter({ name: 'tenon_mqtt_connections_total', help: 'CONNECT packets by answer', labelNames: ['answer'], registers });
    this.faults = new Counter({ name: 'tenon_mqtt_protocol_faults_total', help: 'Connections ended for breaking the protocol', labelNames: ['reason'], registers });
    new Gauge({ name: 'tenon_mqtt_clients', help: 'Clients connected', registers, collect() { this.set(connected()); } });
  }

  watchWills(waiting: () => number): void {
    new Gauge({ name: 'tenon_mqtt_waiting_wills', help: 'Wills that wait for the end of their delay', registers: [this.registry], collect() { this.set(waiting()); } });
  }

  connection(answer: 'accepted' | 'refused' | 'unavailable' | 'over-rate'): void {
    this.connections.inc({ answer });
  }

  fault(reason: number): void {
    this.faults.inc({ reason: `0x${reason.toString(16)}` });
  }
}
