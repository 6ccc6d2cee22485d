import { parseDocument } from 'yaml';

/** What the tests look at of a compose file; the whole of it is judged by the Compose Specification's own schema. */
export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly ipam?: { readonly config: readonly { readonly subnet: string }[] } } | null>>;
}

export interface ComposeService {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string; readonly target: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly ports?: readonly (string | { readonly target: number })[];
  readonly networks?: readonly string[];
  readonly network_mode?: string;
  readonly restart?: string;
  readonly volumes?: readonly string[];
}

const INTERPOLATION = /\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g;

/** The variables that a compose file takes from its surroundings. */
export function interpolated(text: string): string[] {
  return [...new Set([...text.matchAll(INTERPOLATION)].map(([, name = '']) => name))].sort();
}

/**
 * Reads a compose file as the engine would, with these variables.
 * @throws Error where the text is no YAML, or has what YAML warns of
 */
export function readCompose(text: string, variables: Readonly<Record<string, string>>): ComposeFile {
  const document = parseDocument(text, { merge: true, uniqueKeys: true });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
  return filledIn(document.toJS(), variables) as ComposeFile;
}

/** Engines fill variables in after the YAML is read, so that an empty one is an empty text. */
function filledIn(node: unknown, variables: Readonly<Record<string, string>>): unknown {
  if (typeof node === 'string') return node.replace(INTERPOLATION, (_whole, name: string, fallback: string | undefined) => variables[name] || (fallback ?? ''));
  if (Array.isArray(node)) return node.map((each) => filledIn(each, variables));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, filledIn(value, variables)]));
}
