import { drawIcon } from './draw-icon.js';

export const BellIcon = /* @__PURE__ */ drawIcon('M4 14.25c1.1-1.1 1.5-2.5 1.5-5.25a4.5 4.5 0 1 1 9 0c0 2.75.4 4.15 1.5 5.25ZM8 16.75h4M10 4.25V2.5');
export const WarningIcon = /* @__PURE__ */ drawIcon('M10 3.25 17.75 16.5H2.25ZM10 8v4M10 13.25v1.5');
export const InfoIcon = /* @__PURE__ */ drawIcon('M17 10a7 7 0 1 1-14 0a7 7 0 1 1 14 0ZM10 9v5M10 6v1.5');
export const KeyIcon = /* @__PURE__ */ drawIcon('M9.75 13a3.25 3.25 0 1 1-6.5 0a3.25 3.25 0 1 1 6.5 0ZM8.8 10.7 16.5 3M13 6.5l2.75 2.75M11 8.5l1.75 1.75');
export const ClockIcon = /* @__PURE__ */ drawIcon('M17 10a7 7 0 1 1-14 0a7 7 0 1 1 14 0ZM10 5.5V10l3 2');
export const LanguageIcon = /* @__PURE__ */ drawIcon('M2.5 5h9M7 3v2M9.5 5c-.75 3-3 5.5-6.5 7M4.5 7.5c1.2 2 3 3.5 5.25 4.25M10 16.75l3.75-9 3.75 9M11.25 13.75h5');
export const TableIcon = /* @__PURE__ */ drawIcon('M3.25 4.25h13.5v11.5H3.25ZM3.25 8h13.5M3.25 12h13.5M8 8v7.75');
export const MailIcon = /* @__PURE__ */ drawIcon('M2.75 4.75h14.5v10.5H2.75ZM3 5.5l7 5.25 7-5.25');
export const OfflineIcon = /* @__PURE__ */ drawIcon('M2.5 8.5C4.6 6.6 7.1 5.5 10 5.5s5.4 1.1 7.5 3M5.5 11.75a6.6 6.6 0 0 1 9 0M10 14.25v1.5M3.5 3l13 14');
export const SunIcon = /* @__PURE__ */ drawIcon('M13 10a3 3 0 1 1-6 0a3 3 0 1 1 6 0ZM10 2v2.25M10 15.75V18M2 10h2.25M15.75 10H18M4.35 4.35l1.6 1.6M14.05 14.05l1.6 1.6M4.35 15.65l1.6-1.6M14.05 5.95l1.6-1.6');
export const ReceiptIcon = /* @__PURE__ */ drawIcon('M4.25 2.75h11.5v14.5l-2.3-1.5-1.9 1.5-1.55-1.5-1.55 1.5-1.9-1.5-2.3 1.5ZM7 6.75h6M7 10h6');
export const TagIcon = /* @__PURE__ */ drawIcon('M3.25 3.25h6.5l7 7-6.5 6.5-7-7ZM6.5 6h1v1h-1Z');
export const DocIcon = /* @__PURE__ */ drawIcon('M4.25 2.75h7.5l4 4v10.5H4.25ZM11.5 3v4h4M7 10.5h6M7 13.5h6');
