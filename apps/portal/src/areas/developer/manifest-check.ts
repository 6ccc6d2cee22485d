import { JsonFault, lineAt, nearestPlace, placesOf, type JsonPlace } from './json-places';

/** One thing wrong with a manifest, as the api says it. */
export interface Problem {
  /** Keys down to the place, `scopes.0.purpose.zh`; empty for the whole. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** A problem with the place it is about. */
export interface PlacedProblem extends Problem {
  readonly line: number;
  readonly place: JsonPlace;
}

/** What a text is as JSON: a value, or where it stops being any. */
export type ReadText = { readonly isJson: true; readonly value: unknown } | { readonly isJson: false; readonly offset: number };

export function readText(text: string): ReadText {
  try {
    placesOf(text);
    return { isJson: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { isJson: false, offset: error instanceof JsonFault ? error.offset : 0 };
  }
}

/** Puts problems at their lines, in the order of the text; unknown keys stand at the object that has them. */
export function placeProblems(text: string, problems: readonly Problem[]): PlacedProblem[] {
  const places = placesOf(text);
  const placed = problems.map((problem) => {
    const place = nearestPlace(places, problem.path) ?? { from: 0, to: 0 };
    return { ...problem, place, line: lineAt(text, place.from).line };
  });
  return placed.sort((a, b) => a.place.from - b.place.from);
}

/** Checks a manifest as the platform will, by the one schema both share; it is loaded when first needed. */
export async function checkManifest(value: unknown): Promise<Problem[]> {
  const { config } = await import('zod');
  // Compiled checks are made by eval, which the pages' policy forbids; asking whether they may be is reported, too.
  config({ jitless: true });
  const { indicatorsManifest } = await import('@tenon/contracts/manifest');
  const result = indicatorsManifest.safeParse(value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => {
    const { code, message } = issue;
    // An unknown field is pointed at itself, not at what holds it.
    const paths = code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => ({ path: path.join('.'), code, message }));
  });
}
