-- The office is about to take a second factor away whose owner has lost it: from `due_at` on, until `lapses_at`, the password alone signs
-- them in, once, and the factor goes. `identity_check` is how it was made sure who asks. Whoever still has the factor stops it by using it.
CREATE TABLE auth.factor_reset (
  user_id uuid PRIMARY KEY REFERENCES auth.second_factor (user_id) ON DELETE CASCADE,
  staff_id uuid NOT NULL,
  staff_email text NOT NULL,
  identity_check text NOT NULL,
  asked_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  lapses_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.factor_reset TO tenon_auth;
