import path from 'node:path';
import { fileURLToPath } from 'node:url';
import createNextIntlPlugin from 'next-intl/plugin';

const here = path.dirname(fileURLToPath(import.meta.url));
// A build talks to nobody; Next reads this before it would send its own usage figures.
process.env.NEXT_TELEMETRY_DISABLED ??= '1';

/** @type {import('next').NextConfig} */
const config = {
  // A test build stands beside a running one.
  distDir: process.env.TENON_NEXT_DIST ?? '.next',
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are checked once, by the suite, not again in every build.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: path.resolve(here, '../..') },
  experimental: {
    optimizePackageImports: ['@tenon/ui'],
    // Writing 106 MB that the next build might reuse took a third of this one (70 s of processor instead of 47), and a next one is seldom: turbo keeps whole builds.
    turbopackFileSystemCacheForBuild: false,
  },
  devIndicators: false,
  agentRules: false,
};

export default createNextIntlPlugin('./src/i18n/request.ts')(config);
