import { drawIcon } from './draw-icon.js';

export const HomeIcon = /* @__PURE__ */ drawIcon('M3 9.2 10 3.5l7 5.7V16.5h-4.75v-4.75h-4.5v4.75H3Z');
export const FactoryIcon = /* @__PURE__ */ drawIcon('M2.5 16.75V8.5l4.75 3V8.5l4.75 3V3.25h3.5l2 13.5ZM6 14h2m3 0h2');
export const MachineIcon = /* @__PURE__ */ drawIcon('M2.5 16.75h15M4 16.5V4.25h7.5v5.5h4.5v6.75M7 7.25h1.75M9.6 4.25V2.5M13.75 9.75V7M7 13h4');
export const AppsIcon = /* @__PURE__ */ drawIcon('M3.25 3.25h5v5h-5ZM11.75 3.25h5v5h-5ZM3.25 11.75h5v5h-5ZM14.25 11.5v5.5M11.5 14.25H17');
export const StoreIcon = /* @__PURE__ */ drawIcon('M3.75 9.5v7.25h12.5V9.5M2.75 7.5l1.5-4.25h11.5l1.5 4.25ZM8 16.75v-4h4v4M7 3.25 6.5 7.5M13 3.25l.5 4.25');
export const ChartIcon = /* @__PURE__ */ drawIcon('M3.25 3v13.75H17.5M6 12.5l3-4 3 2.5 4-6');
export const OfficeIcon = /* @__PURE__ */ drawIcon('M4.25 16.75V3.25h7.5v13.5M11.75 8.25h4v8.5M2.5 16.75h15M7 6.5h2M7 9.5h2M7 12.5h2');
export const CodeIcon = /* @__PURE__ */ drawIcon('M7 5.5 2.75 10 7 14.5M13 5.5l4.25 4.5L13 14.5M11.25 4l-2.5 12');
export const UserIcon = /* @__PURE__ */ drawIcon('M13 6.75a3 3 0 1 1-6 0a3 3 0 1 1 6 0ZM3.75 17c.5-3.5 3-5 6.25-5s5.75 1.5 6.25 5');
export const UsersIcon = /* @__PURE__ */ drawIcon('M10.25 7a2.75 2.75 0 1 1-5.5 0a2.75 2.75 0 1 1 5.5 0ZM2 16.5c.4-3.2 2.6-4.5 5.5-4.5s5.1 1.3 5.5 4.5M12.5 4.4a2.75 2.75 0 0 1 0 5.2M14.75 12.3c1.9.6 3 2 3.25 4.2');
export const GearIcon = /* @__PURE__ */ drawIcon(
  'M12.5 10a2.5 2.5 0 1 1-5 0a2.5 2.5 0 1 1 5 0ZM8.6 2.75h2.8l.4 2 1.6.9 1.9-.65 1.4 2.4-1.5 1.35v2.5l1.5 1.35-1.4 2.4-1.9-.65-1.6.9-.4 2H8.6l-.4-2-1.6-.9-1.9.65-1.4-2.4 1.5-1.35v-2.5L3.3 7.4 4.7 5l1.9.65 1.6-.9Z',
);
export const ShieldIcon = /* @__PURE__ */ drawIcon('M10 2.75 16.25 5v4.75c0 3.75-2.5 6.25-6.25 7.5-3.75-1.25-6.25-3.75-6.25-7.5V5ZM7 9.75l2.25 2.25L13 8');
