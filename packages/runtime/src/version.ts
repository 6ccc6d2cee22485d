/** The platform's version, as its package says it; a process that runs from a bundle has no package beside it. */
export const PLATFORM_VERSION = '0.1.0';
