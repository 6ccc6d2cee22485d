-- When somebody was told last that a code of theirs was given once more: within an hour once, however often it is tried.
ALTER TABLE auth.second_factor ADD COLUMN reuse_told_at timestamptz;

-- Links to a new password are kept by their digests from now on; those that were mailed before are good for their hour, and are looked for as they were.
