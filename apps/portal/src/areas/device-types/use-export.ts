'use client';

import { request } from '../../api/request';
import { useFaultToast } from '../../frame/use-fault-toast';
import { DeviceTypeDocumentTextDocument } from '../../generated/documents';
import { saveFile } from '../apps/csv';

/** Hands a type, or one version of it, to the person as a document. */
export function useExport({ id, name }: { readonly id: string; readonly name: string }): (version?: number) => void {
  const tell = useFaultToast();
  return (version) => {
    request(DeviceTypeDocumentTextDocument, { id, version }).then(
      // A name may hold what a file's may not.
      ({ deviceType }) => saveFile(`${name.replace(/[\\/:*?"<>|]/g, '_')}${version ? `-v${version}` : ''}.json`, deviceType.document, 'application/json'),
      tell,
    );
  };
}
