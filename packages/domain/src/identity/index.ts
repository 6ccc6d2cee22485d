/** Who acts, and what they may do. */
export * from './actor.js';
export * from './api-keys.js';
export * from './can.js';
export * from './device-words.js';
export * from './email-verification.js';
export * from './explain-access.js';
export * from './factor-reset.js';
export * from './impersonation.js';
export * from './invitation.js';
export * from './name-in-mail.js';
export * from './password.js';
export * from './power.js';
export * from './role-rules.js';
export * from './roles.js';
export * from './saved-view.js';
export * from './sso-step.js';
export * from './work-domain.js';
