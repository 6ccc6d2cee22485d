// @ts-check
/** The rules that are Tenon's own. Most are there because a slip that they catch would let somebody in where they do not belong. */
import { constructorDependencies } from './constructor-dependencies.mjs';
import { noClockOrChance } from './no-clock-or-chance.mjs';
import { noEnum } from './no-enum.mjs';
import { noProcessEnv } from './no-process-env.mjs';
import { noRawPrisma } from './no-raw-prisma.mjs';
import { resolverDeclaresPermission } from './resolver-declares-permission.mjs';
import { systemDbAllowList } from './system-db-allow-list.mjs';

/** As oxlint wants a plugin: by default. */
export default {
  meta: { name: 'tenon' },
  rules: {
    'constructor-dependencies': constructorDependencies,
    'no-clock-or-chance': noClockOrChance,
    'no-enum': noEnum,
    'no-process-env': noProcessEnv,
    'no-raw-prisma': noRawPrisma,
    'resolver-declares-permission': resolverDeclaresPermission,
    'system-db-allow-list': systemDbAllowList,
  },
};
