/** What every field of the profile's form is given. */
export interface FieldProps {
  readonly name: string;
  readonly defaultValue: string;
  readonly disabled: boolean;
  readonly error: string | undefined;
}
