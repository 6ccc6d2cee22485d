/** How the platform fares: how long things take and how much there was of them, in few numbers that can be added up; how a gateway stands. */
export { GATEWAY_FAULTS, type GatewayFaultCode } from './gateway-fault.js';
export { gatewayState, MISSED_BEATS, type GatewayState } from './gateway-state.js';
export { LastMinute, perSecond, type Growth } from './last-minute.js';
export * from './latency.js';
