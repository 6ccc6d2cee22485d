/** Papers as PDF. */
export { creditNotePdf } from './credit-note-pdf.js';
export { invoicePdf } from './invoice-pdf.js';
