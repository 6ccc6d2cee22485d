'use client';

import { useEffect, useState } from 'react';
import { lineAt } from './json-places';
import { checkManifest, placeProblems, readText, type PlacedProblem, type Problem } from './manifest-check';

const TYPING_PAUSE_MS = 400;

/** What was found in the text being written. */
export type Findings =
  | { readonly kind: 'checking' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'syntax'; readonly line: number; readonly column: number; readonly offset: number }
  | { readonly kind: 'problems'; readonly problems: readonly PlacedProblem[] }
  | { readonly kind: 'clean'; readonly manifest: unknown };

/** Reads and checks a text once. */
export async function findingsOf(text: string): Promise<Findings> {
  if (text.trim() === '') return { kind: 'empty' };
  const read = readText(text);
  if (!read.isJson) return { kind: 'syntax', offset: read.offset, ...lineAt(text, read.offset) };
  const problems = await checkManifest(read.value);
  return problems.length > 0 ? { kind: 'problems', problems: placeProblems(text, problems) } : { kind: 'clean', manifest: read.value };
}

/** The manifest being written, checked a moment after each change. */
export function useManifestText(first: string) {
  const [text, setText] = useState(first);
  const [findings, setFindings] = useState<Findings>({ kind: 'checking' });
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => {
      void findingsOf(text).then((found) => {
        if (!isOver) setFindings(found);
      });
    }, TYPING_PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [text]);
  return {
    text,
    findings,
    write: setText,
    setFindings,
    /** What the platform found, put at its lines. */
    reject: (problems: readonly Problem[]) => setFindings({ kind: 'problems', problems: placeProblems(text, problems) }),
  };
}

/** Lines that have a problem. */
export function faultyLinesOf(findings: Findings): ReadonlySet<number> {
  if (findings.kind === 'syntax') return new Set([findings.line]);
  return new Set(findings.kind === 'problems' ? findings.problems.map(({ line }) => line) : []);
}
