/** Devices: what a machine is to the platform before its data is looked at. Its token, whether it can be heard, why it may be refused, how it first says hello. */
export { readNote, type Note } from './annotation.js';
export { AUTHORITY_DAYS, CERTIFICATE_DAYS, CERTIFICATE_DAYS_BETWEEN, CERTIFICATE_ENDS_SOON_MS, certificateSpan, MOST_AUTHORITIES, MOST_CERTIFICATES, serialNumber } from './certificate.js';
export { connectionState, type ConnectionState, DEFAULT_SILENCE_LIMITS, type SilenceLimits } from './connection-state.js';
export { isTokenGuessable, isTokenShaped, newToken, TOKEN_LENGTH, TOKEN_RANDOM_BYTES } from './device-token.js';
export { type GatewayAnswer, type GatewayQuestion, readByChild, readChildNamed, readGatewayAnswer, readGatewayQuestion, type SaidOfChild } from './gateway-messages.js';
export { childName, GATEWAY_MODES, type GatewayMode, LONGEST_CHILD_NAME } from './gateway-mode.js';
export {
  CLAIM_CODE_BYTES,
  type ClaimOffer,
  HANDOVER_DAYS,
  HANDOVER_WAYS,
  handoverState,
  type HandoverState,
  type HandoverWay,
  isClaimSecret,
  MOST_GOING_ALONG,
  MOST_RELEASED_AT_ONCE,
  newClaimCode,
  readClaimCode,
  readClaimOffer,
  readClaimOffers,
} from './handover.js';
export { disarmed, type ListColumn, type ListedMachine, type ListRow, type MachineList, PLACE_COLUMNS, readMachineList } from './machine-list.js';
export { onboardingCommands, type OnboardingCommands, type OnboardingTarget } from './onboarding-commands.js';
export { provisioningCommands, type ProvisioningTarget } from './provisioning-commands.js';
export { basicCredential, type KeyState, type ProvisioningRequest, provisioningKeyState, readProvisioningRequest, type WantedCredentials } from './provisioning.js';
export { demandSilentAfter } from './silent-after.js';
export { isRefusalReason, REFUSAL_REASONS, type RefusalReason } from './refusal-reasons.js';
