'use client';

import { useQueryClient } from '@tanstack/react-query';
import { answerKey } from '../../api/document';
import { useAnswer } from '../../api/use-answer';
import { request } from '../../api/request';
import { DeleteOfficeViewDocument, DeleteViewDocument, OfficeViewsDocument, SavedViewsDocument, SaveOfficeViewDocument, SaveViewDocument, UpdateOfficeViewDocument, UpdateViewDocument, type ViewFactsFragment, type ViewList } from '../../generated/documents';
import { useIsLooking } from '../../viewer/viewer-context';
import type { ListLook } from './list-look';

/** A list of a company, or the office's own. */
export type ViewedList = ViewList | 'COMPANIES';
export type View = ViewFactsFragment;

interface WantedView {
  readonly name: string;
  readonly look: ListLook;
  readonly isDefault: boolean;
}

/** Somebody's views of one list, and changing them. */
export interface Views {
  /** Undefined until they are known. */
  readonly all: readonly View[] | undefined;
  save(wanted: WantedView): Promise<unknown>;
  update(change: { readonly id: string } & Partial<WantedView>): Promise<unknown>;
  remove(id: string): Promise<unknown>;
}

const inputOf = ({ look, ...rest }: Partial<WantedView>) => ({ ...rest, ...(look && { look: { ...look, hiddenColumns: [...look.hiddenColumns] } }) });

export function useViews(list: ViewedList): Views {
  const cache = useQueryClient();
  const isOffice = list === 'COMPANIES';
  const isLooking = useIsLooking();
  const own = useAnswer(SavedViewsDocument, { list: isOffice ? 'MACHINES' : list }, { isEnabled: !isOffice && !isLooking });
  const office = useAnswer(OfficeViewsDocument, {}, { isEnabled: isOffice });
  const again = async (change: Promise<unknown>): Promise<void> => {
    await change;
    await cache.invalidateQueries({ queryKey: isOffice ? answerKey(OfficeViewsDocument, {}) : answerKey(SavedViewsDocument, { list }) });
  };
  return {
    all: isOffice ? office.data?.officeViews : own.data?.savedViews,
    save: ({ name, isDefault, look }) => {
      const input = { name, isDefault, look: { ...look, hiddenColumns: [...look.hiddenColumns] } };
      return again(isOffice ? request(SaveOfficeViewDocument, { input }) : request(SaveViewDocument, { input: { ...input, list } }));
    },
    update: ({ id, ...change }) => {
      const input = { id, ...inputOf(change) };
      return again(isOffice ? request(UpdateOfficeViewDocument, { input }) : request(UpdateViewDocument, { input }));
    },
    remove: (id) => again(isOffice ? request(DeleteOfficeViewDocument, { id }) : request(DeleteViewDocument, { id })),
  };
}
