import { drawIcon } from './draw-icon.js';

export const PlusIcon = /* @__PURE__ */ drawIcon('M10 4v12M4 10h12');
export const MinusIcon = /* @__PURE__ */ drawIcon('M4 10h12');
export const CheckIcon = /* @__PURE__ */ drawIcon('m3.75 10.5 4 4 8.5-9');
export const CloseIcon = /* @__PURE__ */ drawIcon('m5 5 10 10M15 5 5 15');
export const CopyIcon = /* @__PURE__ */ drawIcon('M7.25 7.25h9.5v9.5h-9.5ZM12.75 7V3.25h-9.5v9.5H7');
export const SearchIcon = /* @__PURE__ */ drawIcon('M13.75 8.5a5.25 5.25 0 1 1-10.5 0a5.25 5.25 0 1 1 10.5 0ZM12.25 12.25 17 17');
export const TrashIcon = /* @__PURE__ */ drawIcon('M3 5.75h14M7.5 5.5V3.25h5V5.5M4.75 6l.75 10.75h9L15.25 6M8.25 9v4.75M11.75 9v4.75');
export const PauseIcon = /* @__PURE__ */ drawIcon('M7 4v12M13 4v12');
export const PlayIcon = /* @__PURE__ */ drawIcon('M6 4v12l9.5-6Z');
export const EyeIcon = /* @__PURE__ */ drawIcon('M2 10c2-3.6 4.7-5.25 8-5.25S16 6.4 18 10c-2 3.6-4.7 5.25-8 5.25S4 13.6 2 10ZM12.5 10a2.5 2.5 0 1 1-5 0a2.5 2.5 0 1 1 5 0Z');
export const EyeOffIcon = /* @__PURE__ */ drawIcon('M5.5 6C4.1 6.9 3 8.2 2 10c2 3.6 4.7 5.25 8 5.25 1.5 0 2.8-.35 4-1M8.3 4.9A9 9 0 0 1 10 4.75c3.3 0 6 1.65 8 5.25-.55 1-1.2 1.85-1.85 2.55M3.5 3l13.5 14');
export const MoreIcon = /* @__PURE__ */ drawIcon('M3.75 9.25h1.5v1.5h-1.5ZM9.25 9.25h1.5v1.5h-1.5ZM14.75 9.25h1.5v1.5h-1.5Z');
export const MenuIcon = /* @__PURE__ */ drawIcon('M3 5.5h14M3 10h14M3 14.5h14');
export const FilterIcon = /* @__PURE__ */ drawIcon('M3 5h14M5.75 10h8.5M8.5 15h3');
export const SendIcon = /* @__PURE__ */ drawIcon('M17 3 8.75 11.25M17 3l-5 14-3.25-5.75L3 8Z');
export const EditIcon = /* @__PURE__ */ drawIcon('m3.25 16.75.75-3.5L13.25 4 16 6.75 6.75 16ZM11.25 6l2.75 2.75');
