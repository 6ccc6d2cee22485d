// @ts-check
/** Compiles every package, in one process: a process a package cost more than the compiling. */
import { compilePackage } from './compile-package.mjs';
import { compiledPackages, sourcesOf } from './sources.mjs';

const counts = await Promise.all(compiledPackages().map((each) => compilePackage(sourcesOf(each))));
process.stdout.write(`${counts.reduce((sum, count) => sum + count, 0)} files\n`);
