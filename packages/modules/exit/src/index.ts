/** Leaving: what whoever knows how companies live may use. */
export { CoolingOff, EraseCompany } from './application/erase-company.js';
export { ErasureRepository } from './persistence/erasure.repository.js';
