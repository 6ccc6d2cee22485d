import path from 'node:path/posix';
import type { Archive } from './archive.js';
import { readXml } from './read-xml.js';

interface Relation {
  readonly id: string;
  readonly type: string;
  /** The name of the part that is meant. */
  readonly target: string;
}

/** What a part of a workbook refers to. @see ECMA-376 part 2, 9: relationships stand beside their part, in `_rels` */
export async function relationsOf(archive: Archive, part: string): Promise<readonly Relation[]> {
  const folder = path.dirname(part);
  const relations: Relation[] = [];
  await readXml(archive.bytesOf(path.join(folder, '_rels', `${path.basename(part)}.rels`)), {
    open(name, { Id: id = '', Type: type = '', Target: target = '' }) {
      // Of their two namespaces, one for each edition of the standard, the last word says what it is.
      if (name === 'Relationship') relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: target.startsWith('/') ? target.slice(1) : path.join(folder, target) });
    },
  });
  return relations;
}
