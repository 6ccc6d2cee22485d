import { useCallback, useRef, useState, type SyntheticEvent } from 'react';
import type { Strength } from './estimate-strength';
import { knownWords } from './known-words';

interface TypedStrength {
  /** Null before anything is typed, and while what estimates is still loading. */
  readonly strength: Strength | null;
  onInput(event: SyntheticEvent<HTMLInputElement>): void;
}

/** How strong what stands in a field is, by each change of it. Where the estimate cannot be loaded there is none, and the form works as ever. */
export function useStrength(): TypedStrength {
  const [strength, setStrength] = useState<Strength | null>(null);
  const latest = useRef('');
  const onInput = useCallback((event: SyntheticEvent<HTMLInputElement>): void => {
    const { value, form } = event.currentTarget;
    const known = knownWords(form);
    latest.current = value;
    if (value === '') return setStrength(null);
    import('./estimate-strength').then(
      ({ estimateStrength }) => {
        // Another letter may have come while the first load went on.
        if (latest.current === value) setStrength(estimateStrength(value, known));
      },
      () => setStrength(null),
    );
  }, []);
  return { strength, onInput };
}
