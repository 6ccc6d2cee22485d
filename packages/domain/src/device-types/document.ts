import { MODEL_LIMITS } from './limits.js';
import { MODEL_PARTS, type DescribedModel } from './model.js';
import type { ModelFault } from './model-fault.js';
import { Fields } from './reading/fields.js';
import { readModel, readModelFields } from './reading/read-model.js';

/** Names the form of a document, with its version; a form that older readers cannot read gets another. */
export const DOCUMENT_FORMAT = 'tenon.device-type/1';

/** A document that was read, or all that is wrong with it. */
export type DocumentReading = { readonly type: DescribedModel; readonly faults?: never } | { readonly faults: readonly ModelFault[]; readonly type?: never };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads a device type from the text of a document, as {@link writeDocument} writes it.
 * @returns the type, or every fault with its place
 */
export function readDocument(text: string): DocumentReading {
  if (text.length > MODEL_LIMITS.document) return { faults: [{ code: 'too-large', path: '' }] };
  const value = parsed(text);
  if (value === undefined) return { faults: [{ code: 'not-json', path: '' }] };
  const faults: ModelFault[] = [];
  const fields = Fields.of(faults, '', value, ['format', 'name', 'description', ...MODEL_PARTS]);
  if (faults.some(({ code }) => code === 'not-object')) return { faults };
  // Of another form nothing else can be said.
  if (fields.raw('format') !== DOCUMENT_FORMAT) return { faults: [{ code: fields.has('format') ? 'bad-format' : 'missing', path: '/format' }] };
  const type = { name: fields.text('name', MODEL_LIMITS.name), description: fields.text('description', MODEL_LIMITS.description, ''), model: readModelFields(fields) };
  return faults.length > 0 ? { faults } : { type };
}

/** What says nothing is left out: null, blank words, empty lists. */
function withoutNothing(name: string, value: unknown): unknown {
  if (value === null || value === '') return undefined;
  if (Array.isArray(value)) return value.length > 0 ? value : undefined;
  if (name !== '' && typeof value === 'object' && Object.values(value as object).every((inner) => inner === '' || inner === null)) return undefined;
  return value;
}

/** A device type as a document: JSON, which {@link readDocument} reads back to the same, its fields in the order of the model however the database kept them. */
export function writeDocument({ name, description, model }: DescribedModel): string {
  return `${JSON.stringify({ format: DOCUMENT_FORMAT, name, description, ...(readModel(model).model ?? model) }, withoutNothing, 2)}\n`;
}
