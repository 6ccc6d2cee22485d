'use client';

import { useEffect, type RefObject } from 'react';

/** Shows texts as they were kept, such as a code without its blanks, once they were saved: the fields are the browser's, and only begin with what they are given. */
export function useKeptForm(form: RefObject<HTMLFormElement | null>, values: Readonly<Record<string, string>>): void {
  const kept = JSON.stringify(values);
  useEffect(() => {
    for (const [name, value] of Object.entries(JSON.parse(kept) as Record<string, string>)) {
      const field = form.current?.elements.namedItem(name);
      if (field instanceof HTMLInputElement && field.type !== 'hidden') field.value = value;
    }
  }, [form, kept]);
}
