-- What somebody noted of a machine at a time or over a span. Who wrote it is kept by name too, as people leave.
CREATE TABLE "annotation" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3),
    "text" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "author_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "annotation_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "annotation_tenant_id_device_id_from_at_idx" ON "annotation"("tenant_id", "device_id", "from_at" DESC);

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_tenant_id_device_id_fkey" FOREIGN KEY ("tenant_id", "device_id") REFERENCES "device"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "annotation" ADD CONSTRAINT "annotation_span" CHECK (to_at > from_at);
ALTER TABLE "annotation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "annotation" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "annotation" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "annotation" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "annotation" TO tenon_app, tenon_system;
