-- Some providers tell a person's groups only to whom asks for a scope of their own: what is asked for beside openid, email and profile.
ALTER TABLE "sso_connection" ADD COLUMN "more_scopes" TEXT[] NOT NULL DEFAULT '{}';
