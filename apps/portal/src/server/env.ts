import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535);

/** Everything the portal's server takes from its surroundings, read at run time and not at build time. */
export const portalEnvSchema = z.object({
  PORTAL_PORT: port.default(3000),
  /** Where the api answers, as seen from this process. */
  API_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:4000'),
  /** The portal's address as people type it; with https, browsers are told to use nothing else. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
  /** Who runs the platform and answers for people's data, and how they are reached; said in the privacy notice. */
  OPERATOR_NAME: z.string().trim().max(200).default(''),
  OPERATOR_CONTACT: z.string().trim().max(300).default(''),
  /** Folder of the Next build inside apps/portal. */
  TENON_NEXT_DIST: z.string().min(1).default('.next'),
  /** `1`: this process ends when its standard input does, so that no orphan outlives its supervisor. */
  TENON_SUPERVISED: z.enum(['0', '1']).default('0'),
  /** `1`: watch mode, pages are compiled on demand. */
  TENON_DEV: z.enum(['0', '1']).default('0'),
});

export type PortalEnv = z.infer<typeof portalEnvSchema>;

let current: PortalEnv | undefined;

/** Reads and checks the environment once. @throws Error that names every faulty variable */
export function portalEnv(): PortalEnv {
  if (current) return current;
  const parsed = portalEnvSchema.safeParse(process.env);
  if (!parsed.success) throw new Error(`The portal's environment is not valid:\n${z.prettifyError(parsed.error)}`);
  current = parsed.data;
  return current;
}

/** Next and React choose their production code by NODE_ENV when they are first loaded. */
export function settleNodeEnv(isDev: boolean): void {
  Reflect.set(process.env, 'NODE_ENV', isDev ? 'development' : 'production');
}
