import type { RuleTester } from 'oxlint/plugins-dev';

/** A lint rule: what it is called with and answers is that of an ESLint rule. */
export type Rule = Extract<Parameters<RuleTester['run']>[1], { create: unknown }>;
