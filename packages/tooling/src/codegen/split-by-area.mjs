// @ts-check
import path from 'node:path';

/** Each document begins so; a fragment is written into every document that has it, and needs none of its own. */
const BEGINNING = /^(?=export const \w+ = new TypedDocumentString\()/m;
const NAME = /^export const (\w+?)(Document|FragmentDoc) = /;

/**
 * Splits generated documents by the file that each is written in, so that a page loads what its areas ask and not what all do.
 * @param {string} text Types, then documents, as the generator writes them.
 * @param {readonly { location: string, document: import('graphql').DocumentNode }[]} sources
 * @returns {Record<string, string>} Text by file: `types.ts`, one a source in `areas`, and `documents.ts` that gives them all.
 */
export function splitByArea(text, sources) {
  const [types = '', ...documents] = text.split(BEGINNING);
  const textOf = new Map(documents.map((document) => [NAME.exec(document)?.slice(1).join(''), document]));
  const areas = sources.map(({ location, document }) => ({
    area: path.basename(location, '.graphql'),
    parts: document.definitions.flatMap((definition) => (definition.kind === 'OperationDefinition' ? [textOf.get(`${capital(definition.name?.value ?? '')}Document`) ?? ''] : [])),
  }));
  return {
    'types.ts': types,
    'documents.ts': ["export type * from './types';", ...areas.map(({ area }) => `export * from './areas/${area}';`), ''].join('\n'),
    ...Object.fromEntries(areas.map(({ area, parts }) => [`areas/${area}.ts`, [importing(parts.join('')), ...parts].join('\n')])),
  };
}

/** @param {string} text */
function importing(text) {
  const types = [...new Set(text.match(/\b\w+(?:Query|Mutation|Subscription)(?:Variables)?(?=[,>])/g))].sort();
  return `import { TypedDocumentString${types.map((name) => `, type ${name}`).join('')} } from '../types';\n`;
}

/** @param {string} name */
function capital(name) {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
