-- A machine that lets itself in by a key may bring its own certificate, which no authority on the platform stands for: it is known by its digest alone.
ALTER TABLE "device_certificate" ALTER COLUMN "authority_id" DROP NOT NULL;

-- What such a machine asks to be let in by: the token's digest is then the certificate's.
ALTER TABLE "device_request"
    ADD COLUMN "certificate_serial" TEXT,
    ADD COLUMN "certificate_until" TIMESTAMPTZ(3);
ALTER TABLE "device_request" ADD CONSTRAINT "device_request_certificate" CHECK ((certificate_serial IS NULL) = (certificate_until IS NULL) AND (certificate_serial IS NULL OR key_id IS NOT NULL));

-- What a machine brought along goes with it to another company.
GRANT UPDATE ON "device_certificate" TO tenon_system;
