-- Sign-in has a schema of its own, which only tenon_auth enters. The tables are better-auth's, as its own migration compiler writes them.
CREATE SCHEMA auth;
GRANT USAGE ON SCHEMA auth TO tenon_auth;
CREATE TABLE auth."user" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "pendingCompanyName" text,
  "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamptz default CURRENT_TIMESTAMP not null
);
CREATE TABLE auth."session" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null REFERENCES auth."user" ("id") on delete cascade,
  "activeOrganizationId" text
);
CREATE TABLE auth."account" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null REFERENCES auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamptz not null
);
CREATE TABLE auth."verification" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamptz default CURRENT_TIMESTAMP not null
);
CREATE TABLE auth."organization" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "name" text not null,
  "slug" text not null unique,
  "logo" text,
  "createdAt" timestamptz not null,
  "metadata" text
);
CREATE TABLE auth."member" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "organizationId" uuid not null REFERENCES auth."organization" ("id") on delete cascade,
  "userId" uuid not null REFERENCES auth."user" ("id") on delete cascade,
  "role" text not null,
  "createdAt" timestamptz not null
);
CREATE TABLE auth."invitation" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "organizationId" uuid not null REFERENCES auth."organization" ("id") on delete cascade,
  "email" text not null,
  "role" text,
  "status" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
  "inviterId" uuid not null REFERENCES auth."user" ("id") on delete cascade
);
CREATE TABLE auth."rateLimit" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "key" text not null unique,
  "count" integer not null,
  "lastRequest" bigint not null
);
CREATE INDEX "session_userId_idx" ON auth."session" ("userId"
);
CREATE INDEX "account_userId_idx" ON auth."account" ("userId"
);
CREATE INDEX "verification_identifier_idx" ON auth."verification" ("identifier"
);
CREATE INDEX "member_organizationId_idx" ON auth."member" ("organizationId"
);
CREATE INDEX "member_userId_idx" ON auth."member" ("userId"
);
CREATE INDEX "invitation_organizationId_idx" ON auth."invitation" ("organizationId"
);
CREATE INDEX "invitation_email_idx" ON auth."invitation" ("email"
);
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO tenon_auth;

-- Who is asking is one question: whose session, which company, what state, which staff role. It is asked before any company
-- is known, on every request, so the sign-in role may read (and only read) where a person belongs.
GRANT USAGE ON SCHEMA public TO tenon_auth;
GRANT SELECT ON tenant, tenant_member, platform_staff TO tenon_auth;
CREATE POLICY sign_in_reads ON tenant FOR SELECT TO tenon_auth USING (true);
CREATE POLICY sign_in_reads ON tenant_member FOR SELECT TO tenon_auth USING (true);

-- BullMQ makes and migrates its own tables, in a schema that is its own.
CREATE SCHEMA bullmq;
GRANT CREATE, USAGE ON SCHEMA bullmq TO tenon_queue;
