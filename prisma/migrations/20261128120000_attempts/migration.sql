-- How often something was tried that is slowed down, such as passwords: by all apis together. The key is a digest of who tries and
-- what, `expire` in milliseconds since 1970; the library that counts (rate-limiter-flexible) asks for these columns in this order.
CREATE TABLE auth.attempt (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.attempt TO tenon_auth;
