-- How somebody looks at a list of their company, under a name of theirs. Sort and query are the portal's words; nothing else reads them.
CREATE TABLE "saved_view" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "sort_column" TEXT,
    "is_descending" BOOLEAN NOT NULL DEFAULT false,
    "hidden_columns" TEXT[],
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_tenant_id_user_id_list_name_key" ON "saved_view"("tenant_id", "user_id", "list", "name");

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "tenant_member"("tenant_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One view at most is what a list begins with.
CREATE UNIQUE INDEX saved_view_default ON "saved_view" (tenant_id, user_id, list) WHERE is_default;

ALTER TABLE "saved_view" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "saved_view" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "saved_view" TO tenon_app USING (tenant_id = (SELECT tenon_current_tenant())) WITH CHECK (tenant_id = (SELECT tenon_current_tenant()));
CREATE POLICY system_access ON "saved_view" TO tenon_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "saved_view" TO tenon_app, tenon_system;

-- The same of the platform's own people, who look at lists of the office.
CREATE TABLE "staff_view" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "sort_column" TEXT,
    "is_descending" BOOLEAN NOT NULL DEFAULT false,
    "hidden_columns" TEXT[],
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "staff_view_user_id_list_name_key" ON "staff_view"("user_id", "list", "name");

-- AddForeignKey
ALTER TABLE "staff_view" ADD CONSTRAINT "staff_view_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "platform_staff"("user_id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE UNIQUE INDEX staff_view_default ON "staff_view" (user_id, list) WHERE is_default;
GRANT SELECT, INSERT, UPDATE, DELETE ON "staff_view" TO tenon_system;
