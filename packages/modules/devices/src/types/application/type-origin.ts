import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { DEVICE_TYPE_LIBRARY, drawModel, EMPTY_MODEL, readDocument, type DescribedModel, type LibraryType, type TypeModel } from '@tenon/domain/device-types';
import { conflict, invalid, notFound } from '@tenon/kernel';
import { DeviceRepository } from '../../persistence/device.repository.js';
import { SeenMetrics } from './seen-metrics.js';
import { faulty } from './type-texts.js';

/** What a new type is made from: at most one of these. */
export interface OriginInput {
  readonly libraryKey?: string | null | undefined;
  /** The language of a name out of the library. */
  readonly language?: 'ZH' | 'EN' | null | undefined;
  readonly deviceId?: string | null | undefined;
  readonly document?: string | null | undefined;
}

/** What a type begins as. */
export interface Origin extends DescribedModel {
  readonly libraryKey: string | null;
  /** The machine that it was drawn from. */
  readonly deviceId: string | null;
  /** Whether it is in force at once: what comes from the library was looked at already. */
  readonly isPublished: boolean;
}

const BEGUN = { libraryKey: null, deviceId: null, isPublished: false, description: '' };

function fromLibrary(key: string, language: OriginInput['language']): Origin {
  const found: LibraryType | undefined = DEVICE_TYPE_LIBRARY.find((type) => type.key === key);
  if (!found) throw notFound('DEVICE_TYPE.LIBRARY_UNKNOWN', 'The library has no such type.', { key });
  const tongue = language === 'EN' ? 'en' : 'zh';
  return { ...BEGUN, name: found.name[tongue], description: found.description[tongue], model: found.model, libraryKey: key, isPublished: true };
}

function fromDocument(text: string): Origin {
  const { type, faults } = readDocument(text);
  if (faults) throw faulty(faults);
  return { ...BEGUN, ...type };
}

/** Finds what a new type begins as. */
@Injectable()
export class TypeOrigin {
  constructor(
    private readonly devices: DeviceRepository,
    private readonly seen: SeenMetrics,
  ) {}

  /** @throws AppError (invalid) DEVICE_TYPE.ONE_ORIGIN, DEVICE_TYPE.FAULTY; DEVICE_TYPE.LIBRARY_UNKNOWN; DEVICE.NOT_FOUND; (conflict) DEVICE_TYPE.NOTHING_SEEN */
  async find(tx: TenantTx, { libraryKey, language, deviceId, document }: OriginInput): Promise<Origin> {
    const given = [libraryKey, deviceId, document].filter((origin) => typeof origin === 'string');
    if (given.length > 1) throw invalid('DEVICE_TYPE.ONE_ORIGIN', 'A type is made from one thing.');
    if (typeof libraryKey === 'string') return fromLibrary(libraryKey, language);
    if (typeof document === 'string') return fromDocument(document);
    if (typeof deviceId === 'string') return this.fromMachine(tx, deviceId);
    return { ...BEGUN, name: '', model: EMPTY_MODEL };
  }

  private async fromMachine(tx: TenantTx, deviceId: string): Promise<Origin> {
    const { id, name } = await this.devices.getForUpdate(tx, deviceId);
    return { ...BEGUN, name, model: await this.draw(tx, id), deviceId: id };
  }

  private async draw(tx: TenantTx, deviceId: string): Promise<TypeModel> {
    const seen = await this.seen.ofDevice(tx, deviceId);
    if (seen.length === 0) throw conflict('DEVICE_TYPE.NOTHING_SEEN', 'The machine has sent nothing yet.');
    return drawModel(seen);
  }
}
