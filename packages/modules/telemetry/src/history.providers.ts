import type { Provider } from '@nestjs/common';
import { ImportFolder } from './files/import-folder.js';
import { CompanyFactsRepository } from './persistence/history/company-facts.repository.js';
import { ImportRepository } from './persistence/history/import.repository.js';
import { LayerRepository } from './persistence/history/layer.repository.js';
import { PieceRepository } from './persistence/history/piece.repository.js';

/** Where files that are imported lie, and how long one may be. */
export interface HistoryFiles {
  /** A folder that api and workers share. */
  readonly folder: string;
  readonly maxBytes: number;
}

/** What the api and the worker both need of imports of history. */
export const historyStores = ({ folder, maxBytes }: HistoryFiles): Provider[] => [CompanyFactsRepository, ImportRepository, LayerRepository, PieceRepository, { provide: ImportFolder, useValue: new ImportFolder(folder, maxBytes) }];
