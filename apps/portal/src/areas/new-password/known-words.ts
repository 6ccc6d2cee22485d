/** By which words of its owner a password is easier to guess. */
export interface KnownWords {
  readonly email: string;
  /** Theirs, and their company's. */
  readonly names: readonly string[];
}

/** What a form says of whoever fills it in. Passwords themselves are left out. */
export function knownWords(form: HTMLFormElement | null): KnownWords {
  const fields = [...(form?.elements ?? [])].filter((each) => each instanceof HTMLInputElement);
  const valuesOf = (type: string): string[] => fields.filter((field) => field.type === type && field.name !== 'newPassword' && field.name !== 'password').map(({ value }) => value);
  return { email: valuesOf('email')[0] ?? '', names: valuesOf('text').filter((value) => value.trim() !== '') };
}
