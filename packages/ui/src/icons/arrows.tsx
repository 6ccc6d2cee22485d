import { drawIcon } from './draw-icon.js';

export const ChevronDownIcon = /* @__PURE__ */ drawIcon('m5.5 7.75 4.5 4.5 4.5-4.5');
export const ChevronUpIcon = /* @__PURE__ */ drawIcon('m5.5 12.25 4.5-4.5 4.5 4.5');
export const ChevronLeftIcon = /* @__PURE__ */ drawIcon('M12.25 5.5 7.75 10l4.5 4.5');
export const ChevronRightIcon = /* @__PURE__ */ drawIcon('m7.75 5.5 4.5 4.5-4.5 4.5');
export const ExternalIcon = /* @__PURE__ */ drawIcon('M11.5 3.25h5.25V8.5M16.5 3.5 9.25 10.75M8 4.25H3.25v12.5h12.5V12');
export const LogoutIcon = /* @__PURE__ */ drawIcon('M11.75 6V3.25h-8.5v13.5h8.5V14M7.5 10h9.25M13.75 6.75 17 10l-3.25 3.25');
export const RefreshIcon = /* @__PURE__ */ drawIcon('M16 8.25A6.25 6.25 0 0 0 4.6 7M4 11.75A6.25 6.25 0 0 0 15.4 13M4.25 3.25V7.2H8.2M15.75 16.75V12.8H11.8');
export const DownloadIcon = /* @__PURE__ */ drawIcon('M10 3v9.5M6 8.75l4 4 4-4M3.25 13v3.75h13.5V13');
export const UploadIcon = /* @__PURE__ */ drawIcon('M10 13V3.5M6 7.25l4-4 4 4M3.25 13v3.75h13.5V13');
export const LinkIcon = /* @__PURE__ */ drawIcon('M8.5 11.5 14 6M9 5.5l1.5-1.5a3.4 3.4 0 0 1 5 0a3.4 3.4 0 0 1 0 5L14 10.5M11 14.5 9.5 16a3.4 3.4 0 0 1-5 0a3.4 3.4 0 0 1 0-5L6 9.5');
