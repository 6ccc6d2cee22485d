-- Whoever deletes their account leaves their companies and sign-in in one transaction, which is tenon_system's; into the schema of sign-in
-- only tenon_auth goes. So these two doors and no more lead there: both are asked for one person, by id.
CREATE FUNCTION tenon_forget_account(person uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  DELETE FROM auth.verification WHERE value = person::text;
  DELETE FROM auth."user" WHERE id = person;
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION tenon_forget_account(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenon_forget_account(uuid) TO tenon_system;

-- Whoever joins a company is asked for once more: they may have deleted their account since they were let in.
CREATE FUNCTION tenon_has_account(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT EXISTS (SELECT 1 FROM auth."user" WHERE id = person) $$;
REVOKE ALL ON FUNCTION tenon_has_account(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenon_has_account(uuid) TO tenon_system, tenon_app;

-- To which version of the privacy notice somebody agreed, and when.
CREATE TABLE auth.privacy_consent (
  user_id uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
  version text NOT NULL,
  agreed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, version)
);
GRANT SELECT, INSERT ON auth.privacy_consent TO tenon_auth;
