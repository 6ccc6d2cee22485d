/** The manifest by which an app is published: one schema for submission, review, store and runtime. */
import { z } from 'zod';
import { APP_SCOPES } from '../permissions/index.js';

const text = (max: number) => z.object({ zh: z.string().trim().min(1).max(max), en: z.string().trim().min(1).max(max) }).strict();
const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, starting with a letter');

const price = z.discriminatedUnion('model', [
  z.object({ model: z.literal('free') }).strict(),
  z.object({ model: z.literal('monthly'), amountMinor: z.number().int().min(1).max(10_000_000), currency: z.literal('CNY') }).strict(),
]);

const listing = {
  slug: z.string().regex(/^[a-z][a-z0-9-]{2,39}$/, '3 to 40 lower-case letters, digits and hyphens, starting with a letter'),
  version: z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/, 'three numbers, such as 1.0.0'),
  name: text(40),
  summary: text(120),
  description: text(4_000),
  scopes: z.array(z.object({ permission: z.enum(APP_SCOPES), purpose: text(200) }).strict()).min(1).max(APP_SCOPES.length),
  price,
};

const input = z.object({ key, label: text(60) }).strict();
const indicator = z
  .object({ key, label: text(60), input: key, aggregate: z.enum(['min', 'max', 'mean', 'sum', 'delta']), unit: z.string().max(16).optional() })
  .strict();

/** An app whose results are daily figures over metrics the company chooses; it needs no code of its own. */
export const indicatorsManifest = z
  .object({ ...listing, engine: z.literal('indicators'), inputs: z.array(input).min(1).max(8), indicators: z.array(indicator).min(1).max(16) })
  .strict()
  .superRefine((manifest, context) => {
    const known = new Set(manifest.inputs.map((each) => each.key));
    if (known.size !== manifest.inputs.length) context.addIssue({ code: 'custom', path: ['inputs'], message: 'every input needs a key of its own' });
    manifest.indicators.forEach((each, index) => {
      if (!known.has(each.input)) context.addIssue({ code: 'custom', path: ['indicators', index, 'input'], message: `no input is called "${each.input}"` });
    });
    if (!manifest.scopes.some((scope) => scope.permission === 'telemetry:read')) {
      context.addIssue({ code: 'custom', path: ['scopes'], message: 'an app of indicators reads telemetry and must ask for telemetry:read' });
    }
  });

/** The platform's own Energy & carbon, whose engine only the platform may name. */
export const energyManifest = z.object({ ...listing, engine: z.literal('energy') }).strict();

/** Any manifest the catalogue may hold. */
export const appManifest = z.union([indicatorsManifest, energyManifest]);
export type AppManifest = z.infer<typeof appManifest>;
export type IndicatorsManifest = z.infer<typeof indicatorsManifest>;
