-- To give a machine away and to take one over are permissions of their own; roles of companies' own and keys that could, can.
SET ROLE tenon_system;
UPDATE "tenant_role" SET permissions = array_append(permissions, 'device:release') WHERE 'device:delete' = ANY (permissions);
UPDATE "tenant_role" SET permissions = array_append(permissions, 'device:claim') WHERE 'device:create' = ANY (permissions);
UPDATE "api_key" SET permissions = array_append(permissions, 'device:release') WHERE 'device:delete' = ANY (permissions);
RESET ROLE;
