/**
 * Device types (物模型): what machines of one type send, are, can be told and report. Reading models and documents with every fault named,
 * what differs between versions, drawing a type from what a machine sent, holding values against it, and a library to start from.
 */
export { addMetrics } from './add-metrics.js';
export { compareModels, type ModelChange } from './compare-models.js';
export { DOCUMENT_FORMAT, readDocument, type DocumentReading, writeDocument } from './document.js';
export { drawMetric, drawModel, type SeenMetric } from './draw-model.js';
export { judgeValue, labelOf, type Verdict } from './judge-value.js';
export { DEVICE_TYPE_LIBRARY, type LibraryType } from './library/index.js';
export { MODEL_LIMITS } from './limits.js';
export * from './model.js';
export { MODEL_FAULTS, type ModelFault } from './model-fault.js';
export { readModel, type ModelReading } from './reading/read-model.js';
