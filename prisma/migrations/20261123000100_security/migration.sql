-- Who may touch what. Processes log in as one role and take one of these on with the connection option `role`:
--   tenon_app     api and worker inside a tenant; bound by row-level security everywhere
--   tenon_system  the audited exit: relay, office, projections; sees all tenants by explicit policy
--   tenon_ingest  the gateway; owns the telemetry tables (see the next migration)
--   tenon_auth    sign-in, in its own schema only
--   tenon_queue   BullMQ, in its own schema only
-- Roles belong to the whole cluster, so another database of it may have made them already.
DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['tenon_app', 'tenon_system', 'tenon_ingest', 'tenon_auth', 'tenon_queue'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    IF NOT pg_has_role(current_user, wanted, 'SET') THEN
      EXECUTE format('GRANT %I TO CURRENT_USER WITH INHERIT FALSE, SET TRUE', wanted);
    END IF;
  END LOOP;
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO tenon_app, tenon_system, tenon_ingest;

-- The tenant this transaction is bound to; NULL, which equals nothing, where there is none.
CREATE FUNCTION tenon_current_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('tenon.tenant_id', true), '')::uuid $$;

-- In policies it stands in a sub-select, which PostgreSQL reckons once a query; called plainly it is reckoned once a row,
-- which more than doubled the time of reading points.

-- Tables of a tenant: isolated for tenon_app, open for tenon_system, and forced, so that their owner is bound too.
-- Under FORCE a data migration run by the owner silently touches no rows: it must SET ROLE tenon_system first.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['tenant_member', 'audit_entry', 'device', 'device_token', 'device_presence', 'device_refusal',
                           'series', 'publisher', 'subscription', 'energy_slot', 'outbox'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()))', t);
    EXECUTE format('CREATE POLICY system_access ON %I TO tenon_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO tenon_system', t);
  END LOOP;
END $$;

ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON tenant TO tenon_app USING (id = tenon_current_tenant()) WITH CHECK (id = tenon_current_tenant());
CREATE POLICY system_access ON tenant TO tenon_system USING (true) WITH CHECK (true);
CREATE POLICY ingest_reads ON tenant FOR SELECT TO tenon_ingest USING (true);

-- The catalogue: an app is its publisher's until a version is listed; then everybody sees it. Only the office lists.
ALTER TABLE app ENABLE ROW LEVEL SECURITY;
ALTER TABLE app FORCE ROW LEVEL SECURITY;
CREATE POLICY listed_or_own ON app FOR SELECT TO tenon_app USING (listed_version_id IS NOT NULL OR publisher_tenant_id = tenon_current_tenant());
CREATE POLICY own_unlisted ON app FOR INSERT TO tenon_app WITH CHECK (publisher_tenant_id = tenon_current_tenant() AND listed_version_id IS NULL);
CREATE POLICY system_access ON app TO tenon_system USING (true) WITH CHECK (true);
ALTER TABLE app_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE app_version FORCE ROW LEVEL SECURITY;
CREATE POLICY listed_or_own ON app_version FOR SELECT TO tenon_app USING (state IN ('listed', 'superseded') OR publisher_tenant_id = tenon_current_tenant());
-- The subquery sees only what the policies of app let this tenant see, and asks for its own.
CREATE POLICY own_submitted ON app_version FOR INSERT TO tenon_app WITH CHECK (
  publisher_tenant_id = tenon_current_tenant() AND state = 'submitted'
  AND EXISTS (SELECT 1 FROM app WHERE app.id = app_id AND app.publisher_tenant_id = tenon_current_tenant()));
CREATE POLICY system_access ON app_version TO tenon_system USING (true) WITH CHECK (true);

GRANT SELECT, UPDATE ON tenant TO tenon_app;
GRANT SELECT ON tenant_member TO tenon_app;
GRANT SELECT, INSERT ON audit_entry TO tenon_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON device, device_token, series, energy_slot TO tenon_app;
GRANT SELECT ON device_presence, device_refusal TO tenon_app;
GRANT SELECT, INSERT ON publisher, app, app_version TO tenon_app;
GRANT SELECT, INSERT, UPDATE ON subscription TO tenon_app;
GRANT SELECT, INSERT ON outbox TO tenon_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON tenant, app, app_version, platform_staff, mail_message, system_access TO tenon_system;

-- The gateway: reads who may connect, writes presence, refusals, attributes and metrics it meets for the first time.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['device', 'device_token', 'device_presence', 'device_refusal', 'series'] LOOP
    EXECUTE format('CREATE POLICY ingest_access ON %I TO tenon_ingest USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
GRANT SELECT ON tenant, device, device_token TO tenon_ingest;
GRANT UPDATE (attributes) ON device TO tenon_ingest;
GRANT SELECT, INSERT, UPDATE ON device_presence TO tenon_ingest;
GRANT SELECT, INSERT, UPDATE, DELETE ON device_refusal TO tenon_ingest;
GRANT SELECT, INSERT ON series TO tenon_ingest;
GRANT UPDATE (value_kind) ON series TO tenon_ingest;

GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO tenon_app, tenon_system, tenon_ingest;
