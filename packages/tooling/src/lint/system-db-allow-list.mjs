// @ts-check
/**
 * Who may leave the tenant. A file that is not listed here cannot import SystemDb; adding one is a decision that a
 * reviewer sees in this file.
 */
export const ALLOWED = [
  'packages/db/src/',
  'packages/queue/src/', // relay, sweeper and outcome of jobs: they serve all companies
  'packages/modules/identity/src/application/', // a person is known before their company is
  'packages/modules/identity/src/auth-provider.ts',
  'packages/modules/identity/src/jobs/send-mail.handler.ts', // mail belongs to the platform
  'packages/modules/marketplace/src/application/review.ts', // the office reviews every publisher's versions
  'packages/modules/marketplace/src/application/list-first-party.ts',
  'packages/modules/office/src/application/', // the platform office
  'packages/modules/telemetry/src/jobs/', // finds which companies have something to roll up; drops old months
  'packages/nest/src/core.module.ts', // hands the doors to the modules
  'apps/worker/src/simulator/', // plays the simulated machines of all companies
];

/** @type {import('eslint').Rule.RuleModule} */
export const systemDbAllowList = {
  meta: { type: 'problem', schema: [], messages: { notListed: 'Only files listed in system-db-allow-list.mjs may leave the tenant.' } },
  create(context) {
    const file = context.filename.replaceAll('\\', '/');
    if (ALLOWED.some((place) => file.includes(`/${place}`))) return {};
    return {
      'ImportSpecifier[imported.name="SystemDb"]'(/** @type {any} */ node) {
        context.report({ node, messageId: 'notListed' });
      },
    };
  },
};
