-- A company that is closed for good is erased through the company's own door, so that row-level security holds each deletion to it. What
-- nobody may delete otherwise may be deleted while the company's erasure is under way, and at no other time.
GRANT INSERT ON "company_erasure" TO tenon_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['device_presence', 'device_refusal', 'subscription', 'invitation', 'api_key', 'company_profile', 'plan_limit', 'meter_reading',
                           'quota_notice', 'limit_change', 'billing_run', 'invoice_reminder', 'notice', 'notice_receipt', 'notice_preference', 'notice_delivery', 'outbox'] LOOP
    EXECUTE format('CREATE POLICY erasing_only ON %I AS RESTRICTIVE FOR DELETE TO tenon_app USING (EXISTS (SELECT 1 FROM company_erasure e WHERE e.tenant_id = %I.tenant_id AND e.finished_at IS NULL))', t, t);
    EXECUTE format('GRANT DELETE ON %I TO tenon_app', t);
  END LOOP;
END $$;

-- A certificate is never changed; whom it was mailed to is forgotten.
CREATE FUNCTION tenon_keep_certificate() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION 'What is certified is neither changed nor deleted.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
REVOKE ALL ON FUNCTION tenon_keep_certificate() FROM PUBLIC;
CREATE TRIGGER company_erasure_kept BEFORE UPDATE ON "company_erasure" FOR EACH ROW WHEN (OLD.finished_at IS NOT NULL AND to_jsonb(NEW) - 'told' <> to_jsonb(OLD) - 'told') EXECUTE FUNCTION tenon_keep_certificate();
CREATE TRIGGER company_erasure_not_deleted BEFORE DELETE ON "company_erasure" FOR EACH ROW EXECUTE FUNCTION tenon_keep_certificate();
