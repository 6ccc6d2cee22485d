const MIB = 2 ** 20;

/** The longest file that is taken, whatever the plan. */
export const LARGEST_PACKAGE_BYTES = 256 * MIB;
/** The longest part of a file that is sent in one request. */
export const MOST_PART_BYTES = 32 * MIB;
