import { drawIllustration } from './draw-illustration.js';

export type { Illustration, IllustrationProps } from './draw-illustration.js';

/** A press with its cable not yet plugged in. */
export const MachineIllustration = /* @__PURE__ */ drawIllustration({
  main: 'M26 84V20h44v20h20v44M26 32h44M40 40v14h16V40M48 54v10M36 64h24M36 72h24M78 52h8M78 60h8M12 84h92',
  fine: 'M26 10h44M26 7v6M70 7v6M16 20v64M13 20h6M13 84h6M112 84h40M30 24h36M30 28h36',
  accent: 'M90 72h14c8 0 8-20 16-20h6M126 46v12M126 49h8M126 55h8M146 46v12M146 52h8M146 46h-4v12h4',
});

/** Axes waiting for their line. */
export const ChartIllustration = /* @__PURE__ */ drawIllustration({
  main: 'M24 12v68h120M20 24h4M20 42h4M20 60h4M48 80v4M72 80v4M96 80v4M120 80v4',
  fine: 'M24 24h120M24 42h120M24 60h120M84 14v66',
  accent: 'M24 66l14-8 12 5 14-22 14 9 6-4',
});

/** A shelf with one place free. */
export const StoreIllustration = /* @__PURE__ */ drawIllustration({
  main: 'M20 34h120M20 74h120M24 74v10M136 74v10M24 34V84M136 34V84M34 34V14h24v20M34 74V50h24v24M102 34V14h24v20M102 74V50h24v24M68 34V14h24v20',
  fine: 'M38 20h16M38 26h10M72 20h16M72 26h10M106 20h16M106 26h10M38 56h16M38 62h10M106 56h16M106 62h10',
  accent: 'M80 55v14M73 62h14',
});

/** Two people at one bench, a third place free. */
export const PeopleIllustration = /* @__PURE__ */ drawIllustration({
  main: 'M46 40a9 9 0 1 1-18 0a9 9 0 1 1 18 0M20 70c1-12 8-17 17-17s16 5 17 17M89 40a9 9 0 1 1-18 0a9 9 0 1 1 18 0M63 70c1-12 8-17 17-17s16 5 17 17M12 70h136M20 70v14M140 70v14',
  fine: 'M132 40a9 9 0 1 1-18 0a9 9 0 1 1 18 0M106 70c1-12 8-17 17-17s16 5 17 17M20 77h120',
  accent: 'M123 34v12M117 40h12',
});

/** A key beside its lock. */
export const KeyIllustration = /* @__PURE__ */ drawIllustration({
  main: 'M96 40h44v40H96ZM104 40V28a14 14 0 0 1 28 0v12M118 56a4 4 0 1 1 0 8a4 4 0 1 1 0-8M118 64v8',
  fine: 'M96 88h44M96 85v6M140 85v6M148 40v40M145 40h6M145 80h6M102 46h32',
  accent: 'M40 60a12 12 0 1 1-24 0a12 12 0 1 1 24 0M40 60h36M66 60v9M74 60v7',
});

/** A bell that has not rung. */
export const BellIllustration = /* @__PURE__ */ drawIllustration({
  main: 'M52 70c6-6 8-13 8-26a20 20 0 1 1 40 0c0 13 2 20 8 26ZM72 78h16M80 24v-8',
  fine: 'M44 34c1-6 4-11 8-15M116 34c-1-6-4-11-8-15M36 32c2-9 6-15 11-19M124 32c-2-9-6-15-11-19M40 88h80M40 85v6M120 85v6',
  accent: 'M74 50l5 5 9-10',
});
