import { createLog, createMetrics, Shutdown, watchForFaults } from '@tenon/runtime';
import { readGatewayEnv } from './env.js';
import { startGateway } from './gateway.js';
import { GatewayFaults } from './pulse/gateway-faults.js';

const env = readGatewayEnv();
const log = createLog({ name: 'gateway', level: env.LOG_LEVEL });
const faults = new GatewayFaults();
watchForFaults(faults.noting(log));
const shutdown = new Shutdown(log);
shutdown.listen(env.TENON_SUPERVISED === '1');

const { MQTT_TLS_CERT_FILE: certificateFile, MQTT_TLS_KEY_FILE: keyFile } = env;
const gateway = await startGateway({
  databaseUrl: env.DATABASE_URL,
  mqttPort: env.MQTT_PORT,
  httpPort: env.DEVICE_HTTP_PORT,
  ...(certificateFile && keyFile && { mqttTls: { port: env.MQTT_TLS_PORT, certificateFile, keyFile } }),
  gatewayId: env.GATEWAY_ID,
  sparkplugHostId: env.SPARKPLUG_HOST_ID,
  connectsPerMinute: env.GATEWAY_CONNECTS_PER_MINUTE,
  mqtt: { maxConnections: env.GATEWAY_MAX_CONNECTIONS, maxPacketBytes: env.GATEWAY_MAX_PACKET_BYTES, messagesPerSecond: env.GATEWAY_MESSAGES_PER_SECOND },
  ingest: { keepMonths: env.TELEMETRY_KEEP_MONTHS },
  log,
  faults,
  registry: createMetrics('gateway'),
});
shutdown.add('gateway', () => gateway.close());
