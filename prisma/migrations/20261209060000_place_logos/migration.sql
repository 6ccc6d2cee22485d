-- Whoever belongs to several companies chooses between them by their logos: signing in reads which logo a company has, and never the picture.
CREATE POLICY sign_in_reads ON "company_logo" FOR SELECT TO tenon_auth USING (true);
GRANT SELECT ("tenant_id", "sha256") ON "company_logo" TO tenon_auth;
