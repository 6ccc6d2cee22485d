-- A company may put another key in the place of the one that signs its packages. The one of before stays, so that what it signed can be checked; what it signed with is gone.
ALTER TABLE "ota_key" ADD COLUMN "retired_at" TIMESTAMPTZ(3), ALTER COLUMN "private_sealed" DROP NOT NULL;
DROP INDEX "ota_key_tenant_id_key";
CREATE UNIQUE INDEX "ota_key_signing" ON "ota_key" ("tenant_id") WHERE "retired_at" IS NULL;
ALTER TABLE "ota_key" ADD CONSTRAINT "ota_key_signs_or_is_retired" CHECK (("retired_at" IS NULL) = ("private_sealed" IS NOT NULL));
