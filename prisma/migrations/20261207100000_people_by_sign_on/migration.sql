-- A company may let people in whom its provider signs in, without an invitation: with a role of its choosing, and where a claim of theirs (such
-- as `groups`) holds a value, with the role that the first such rule says. Without a default role nobody is let in.
ALTER TABLE "sso_connection" ADD COLUMN "default_role" TEXT,
ADD COLUMN "default_custom_role_id" UUID,
ADD COLUMN "role_claim" TEXT;

ALTER TABLE "sso_connection" ADD CONSTRAINT "sso_connection_tenant_id_default_custom_role_id_fkey" FOREIGN KEY ("tenant_id", "default_custom_role_id") REFERENCES "tenant_role"("tenant_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;
ALTER TABLE "sso_connection" ADD CONSTRAINT "sso_connection_never_owner" CHECK (default_role <> 'owner');
ALTER TABLE "sso_connection" ADD CONSTRAINT "sso_connection_custom_role" CHECK ((default_role IS NOT DISTINCT FROM 'custom') = (default_custom_role_id IS NOT NULL));

CREATE TABLE "sso_role_rule" (
    "tenant_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "custom_role_id" UUID,

    CONSTRAINT "sso_role_rule_pkey" PRIMARY KEY ("tenant_id","position")
);

-- AddForeignKey
ALTER TABLE "sso_role_rule" ADD CONSTRAINT "sso_role_rule_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "sso_connection"("tenant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sso_role_rule" ADD CONSTRAINT "sso_role_rule_tenant_id_custom_role_id_fkey" FOREIGN KEY ("tenant_id", "custom_role_id") REFERENCES "tenant_role"("tenant_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

ALTER TABLE "sso_role_rule" ADD CONSTRAINT "sso_role_rule_never_owner" CHECK (role <> 'owner');
ALTER TABLE "sso_role_rule" ADD CONSTRAINT "sso_role_rule_custom_role" CHECK ((role = 'custom') = (custom_role_id IS NOT NULL));
ALTER TABLE "sso_role_rule" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sso_role_rule" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "sso_role_rule" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "sso_role_rule" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "sso_role_rule" TO tenon_app, tenon_system;

-- Whom single sign-on let in; their role follows the rules at each sign-in.
ALTER TABLE "tenant_member" ADD COLUMN "is_by_sso" BOOLEAN NOT NULL DEFAULT false;

-- Which account of a company's provider is which person, once they have signed in by it. It outlives a place in the company: whoever was let go is not let in again by it.
CREATE TABLE auth.sso_identity (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
  issuer text NOT NULL,
  subject text NOT NULL,
  linked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, user_id),
  UNIQUE (tenant_id, issuer, subject)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.sso_identity TO tenon_auth;

-- Which company's single sign-on made the account.
ALTER TABLE auth."user" ADD COLUMN "ssoCompanyId" uuid;
-- At which company's provider a session was opened, and a second step begun.
ALTER TABLE auth.session ADD COLUMN sso_company_id uuid;
ALTER TABLE auth.second_step ADD COLUMN sso_company_id uuid;
