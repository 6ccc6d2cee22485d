/** Updates over the air: packages as ThingsBoard knows them, what is signed of them, how their files are cut, and what machines report of taking them. */
export { MOST_CHUNK_BYTES, PIECE_BYTES, piecesOf, readChunkSize, sliceOf, type Slice } from './chunk.js';
export { assignmentOf, OTA_KINDS, otaPrefix, type Assigned, type OtaKind } from './assignment.js';
export { readPackage, type WantedPackage } from './read-package.js';
export { packageStatement, type StatedPackage } from './package-statement.js';
