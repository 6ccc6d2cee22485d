-- Invoices and credit notes go out as PDF: which one, in which language, as of when.
ALTER TABLE "company_export_file" ADD COLUMN "paper" JSONB;
ALTER TABLE "company_export_file" DROP CONSTRAINT "company_export_file_kind";
ALTER TABLE "company_export_file" ADD CONSTRAINT "company_export_file_kind" CHECK (kind IN ('records', 'papers', 'trail', 'telemetry'));
ALTER TABLE "company_export_file" ADD CONSTRAINT "company_export_file_paper" CHECK ((kind = 'papers') = (paper IS NOT NULL));
