/** An OKLCH colour: lightness 0–1, chroma, hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hueDeg: number];
type Triple = readonly [number, number, number];

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** Reads `oklch(0.58 0.19 32)`; undefined for anything else, translucent colours included. */
export function parseOklch(text: string): Oklch | undefined {
  const found = /^oklch\(\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*\)$/.exec(text.trim());
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : undefined;
}

/** Linear-light sRGB, outside 0–1 if sRGB cannot show the colour. See Ottosson, "A perceptual color space for image processing". */
export function toLinearSrgb([lightness, chroma, hueDeg]: Oklch): Triple {
  const a = chroma * Math.cos((hueDeg * Math.PI) / 180);
  const b = chroma * Math.sin((hueDeg * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** Whether an ordinary sRGB screen can show it (a rounding error's width allowed). */
export function isInSrgb(colour: Oklch): boolean {
  return toLinearSrgb(colour).every((channel) => channel > -0.002 && channel < 1.002);
}

/** WCAG 2 relative luminance. */
export function luminance(colour: Oklch): number {
  const [red, green, blue] = toLinearSrgb(colour).map(clamp) as unknown as Triple;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2 contrast ratio, 1–21. */
export function contrastRatio(one: Oklch, other: Oklch): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Machado, Oliveira, Fernandes 2009, severity 1.0, on linear sRGB. */
const DEFICIENCY = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

export type Sight = keyof typeof DEFICIENCY;
export const SIGHTS = Object.keys(DEFICIENCY) as Sight[];

function oklabSeen(colour: Oklch, sight: Sight): Triple {
  const [red, green, blue] = toLinearSrgb(colour).map(clamp) as unknown as Triple;
  const m = DEFICIENCY[sight];
  const r = clamp(m[0] * red + m[1] * green + m[2] * blue);
  const g = clamp(m[3] * red + m[4] * green + m[5] * blue);
  const b = clamp(m[6] * red + m[7] * green + m[8] * blue);
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

/** Distance in OKLab as an eye of that kind sees it; about 0.02 is just noticeable. */
export function distanceSeen(one: Oklch, other: Oklch, sight: Sight): number {
  const [x, y] = [oklabSeen(one, sight), oklabSeen(other, sight)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}
