// @ts-check
/** The rules that are Tenon's own. Each exists because a slip it catches would let somebody in where they do not belong. */
import { constructorDependencies } from './constructor-dependencies.mjs';
import { noProcessEnv } from './no-process-env.mjs';
import { noRawPrisma } from './no-raw-prisma.mjs';
import { resolverDeclaresPermission } from './resolver-declares-permission.mjs';
import { systemDbAllowList } from './system-db-allow-list.mjs';

export const tenon = {
  rules: {
    'constructor-dependencies': constructorDependencies,
    'no-process-env': noProcessEnv,
    'no-raw-prisma': noRawPrisma,
    'resolver-declares-permission': resolverDeclaresPermission,
    'system-db-allow-list': systemDbAllowList,
  },
};
