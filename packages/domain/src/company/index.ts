/** What a company is in law and in statistics. */
export * from './credit-code.js';
export * from './district.js';
export * from './industry-division.js';
export * from './size-class.js';
