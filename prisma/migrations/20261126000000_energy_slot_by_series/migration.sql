-- CreateIndex
CREATE INDEX "energy_slot_tenant_id_series_id_idx" ON "energy_slot"("tenant_id", "series_id");
