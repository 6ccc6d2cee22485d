-- AlterTable
ALTER TABLE "payment" ADD COLUMN "undoes" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "payment_tenant_id_undoes_key" ON "payment"("tenant_id", "undoes");

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_tenant_id_undoes_fkey" FOREIGN KEY ("tenant_id", "undoes") REFERENCES "payment"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A payment that was noted for the wrong invoice stays noted, and is taken back by another row, once.
ALTER TABLE "payment" DROP CONSTRAINT "payment_kind";
ALTER TABLE "payment" ADD CONSTRAINT "payment_kind" CHECK (kind IN ('payment', 'refund', 'taken-back') AND amount_minor > 0 AND (kind = 'taken-back') = (undoes IS NOT NULL));
