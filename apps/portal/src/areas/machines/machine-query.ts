import type { Sort } from '@tenon/ui';
import type { DeviceOrder, MachinesQueryVariables } from '../../generated/documents';
import { filterOf } from '../plant/where';
import type { useMachineSearch } from './use-machine-search';

/** Columns by which the api orders, as it names them. */
const ORDER_OF: Readonly<Record<string, 'NAME' | 'SEEN' | 'CREATED'>> = { name: 'NAME', seen: 'SEEN', created: 'CREATED' };
export const NONE = 'none';

/** The order in the api's words; by name where the table has none that it knows. */
export function orderOf(sort: Sort | undefined): DeviceOrder {
  const by = sort && ORDER_OF[sort.columnId];
  if (!by) return 'NAME';
  return sort.direction === 'descending' ? `${by}_DOWN` : by;
}

/** What is asked of the api for a list so narrowed. */
export function queryOf({ asked, state, where, type, tag, gateway }: ReturnType<typeof useMachineSearch>): Pick<MachinesQueryVariables, 'search' | 'connection' | 'filter'> {
  const typed = type === '' ? {} : type === NONE ? { isUntyped: true } : { typeId: type };
  return { search: asked || null, connection: state === 'ALL' ? null : state, filter: { ...filterOf(where), ...typed, ...(tag !== '' && { tagIds: [tag] }), ...(gateway !== '' && { gatewayId: gateway }) } };
}
