-- AlterTable
ALTER TABLE "outbox" ADD COLUMN "merge_key" TEXT, ADD COLUMN "started_at" TIMESTAMPTZ(3);

-- What has not begun: what the next job is merged into, and what keeps a company's later ones from being handed over.
CREATE INDEX "outbox_waiting" ON "outbox" (tenant_id, job, id) WHERE started_at IS NULL AND state IN ('pending', 'issued');
-- A company's transaction may merge into its own promises, and alter nothing else of them.
GRANT UPDATE (payload) ON outbox TO tenon_app;
