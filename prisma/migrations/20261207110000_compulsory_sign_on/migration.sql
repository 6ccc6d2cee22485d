-- Since when a company opens only by its single sign-on.
ALTER TABLE "tenant" ADD COLUMN "demands_sso_since" TIMESTAMPTZ(3);

-- For which company, and until when, an owner's session counts without it: the way in while the provider is broken.
ALTER TABLE auth.session ADD COLUMN sso_waived_company_id uuid, ADD COLUMN sso_waived_until timestamptz;
