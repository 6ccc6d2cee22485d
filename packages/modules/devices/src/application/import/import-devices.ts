import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RoomInPlan } from '@tenon/billing';
import { TenantDb, type TenantTx } from '@tenon/db';
import { newToken, readMachineList, TOKEN_RANDOM_BYTES, type MachineList } from '@tenon/domain/devices';
import type { TenantActor } from '@tenon/domain/identity';
import { readTable, type TableLimits } from '@tenon/tables';
import { DeviceImportRepository, type ImportedDevice } from '../../persistence/device-import.repository.js';
import { tokenDigest } from '../../persistence/device-token.repository.js';
import { TaggedDeviceRepository } from '../../tags/persistence/tagged-device.repository.js';
import { readDeviceName } from '../device-name.js';
import { tellDevice } from '../tell-device.js';
import { checkRows } from './check-rows.js';
import { completedList } from './completed-list.js';
import type { ImportReport, RowFault } from './row-fault.js';
import { SortListed, type Sorting } from './sort-listed.js';

/** Machines in a list, at most; its first row names the columns. */
const MOST_MACHINES = 5_000;
const LARGEST_LIST_BYTES = 5_000_000;
/** A row of the longest texts is less than a machine's attributes may be together. */
const LIMITS: TableLimits = { maxBytes: LARGEST_LIST_BYTES, maxRows: MOST_MACHINES + 1, maxColumns: 30, maxCell: 300, maxUnpackedBytes: 50_000_000 };
const MOST_FAULTS_SHOWN = 200;

/** Ends a transaction that is to leave nothing, with what it found. */
class Undone extends Error {
  constructor(readonly report: ImportReport) {
    super('undone');
  }
}

interface Listed {
  readonly list: MachineList;
  readonly tokens: ReadonlyMap<number, string>;
}

/** One that is not there yet. */
type FreshDevice = ImportedDevice & Sorting & { readonly row: number };

const UNSORTED: Sorting = { typeId: null, placeId: null, tagIds: [] };

/**
 * Adds the machines of a CSV or Excel list, all of them or none. A trial is the same work undone at its end, so that it says what would
 * happen; it also gives the list with a token for each machine, and that list may be sent as often as it takes: who is there already with
 * the token of the list is passed over.
 */
@Injectable()
export class ImportDevices {
  constructor(
    private readonly db: TenantDb,
    private readonly devices: DeviceImportRepository,
    private readonly room: RoomInPlan,
    private readonly sorting: SortListed,
    private readonly tagged: TaggedDeviceRepository,
  ) {}

  /** @throws AppError (limited) QUOTA.REACHED; (invalid) TABLE.*, DEVICE_LIST.* where the list as a whole cannot be read; (conflict) DEVICE_LIST.OUTRUN */
  async execute(actor: TenantActor, file: Uint8Array, { isTrial }: { readonly isTrial: boolean }): Promise<ImportReport> {
    const list = readMachineList(await readTable(file, LIMITS));
    const tokens = new Map(list.machines.map(({ row, token }) => [row, token ?? newToken(randomBytes(TOKEN_RANDOM_BYTES))]));
    try {
      return await this.db.transaction(actor, async (tx) => {
        const report = await this.add(tx, { list, tokens });
        if (isTrial || report.faultCount > 0) throw new Undone(report);
        return report;
      });
    } catch (ended) {
      if (ended instanceof Undone) return ended.report;
      throw ended;
    }
  }

  private async add(tx: TenantTx, { list, tokens }: Listed): Promise<ImportReport> {
    const { sorted, faults: unsorted } = await this.sorting.within(tx, list);
    const named = list.machines.map((machine) => ({ ...machine, ...(sorted.get(machine.row) ?? UNSORTED), name: machine.name.trim(), id: tx.newId(), token: tokens.get(machine.row) ?? '' }));
    const taken = await this.devices.takenBy(tx, named.map(({ name }) => name));
    const isKnown = ({ name, token }: Pick<ImportedDevice, 'name' | 'token'>): boolean => taken.get(name) === Buffer.from(tokenDigest(token)).toString('hex');
    const fresh = named.filter((machine) => !isKnown(machine));
    const faults = [...checkRows(list), ...unsorted, ...fresh.flatMap(({ row, name }) => (taken.has(name) ? [{ row, column: list.nameHead, code: 'DEVICE.NAME_TAKEN', details: { name } }] : []))];
    if (faults.length === 0 && fresh.length > 0) faults.push(...(await this.insert(tx, list, fresh)));
    return reportOf({ list, tokens }, { added: fresh.length, faults });
  }

  private async insert(tx: TenantTx, list: MachineList, fresh: readonly FreshDevice[]): Promise<RowFault[]> {
    await this.room.take(tx, 'devices', fresh.length);
    const devices = fresh.map((device) => ({ ...device, name: readDeviceName(device.name) }));
    const notFree = await this.devices.insert(tx, devices);
    await this.tagged.add(tx, devices.flatMap(({ id, tagIds }) => tagIds.map((tagId) => [id, tagId] as const)));
    for (const { id, name } of devices) await tx.audit('device.created', { deviceId: id, name });
    const [first] = devices;
    // One word is enough: nobody looks at a machine that was not there, and a gateway that had heard one of the tokens forgets that nobody has it.
    if (first) await tellDevice(tx, 'changed', first.id);
    return fresh.flatMap(({ row, token }) => (notFree.has(token) ? [{ row, column: list.tokenHead, code: 'DEVICE_LIST.TOKEN_NOT_FREE', details: {} }] : []));
  }
}

function reportOf({ list, tokens }: Listed, { added, faults }: { readonly added: number; readonly faults: readonly RowFault[] }): ImportReport {
  const machines = list.machines.length;
  const inOrder = [...faults].sort((one, other) => one.row - other.row);
  const isFine = faults.length === 0;
  return {
    machines,
    added: isFine ? added : 0,
    known: isFine ? machines - added : 0,
    faults: inOrder.slice(0, MOST_FAULTS_SHOWN),
    faultCount: faults.length,
    completed: isFine ? completedList(list, (row) => tokens.get(row) ?? '') : null,
  };
}
