const MIB = 2 ** 20;

/** The longest file that is taken. */
export const LARGEST_PACKAGE_BYTES = 256 * MIB;
/** Of all packages of a company together; and how many there may be. */
export const MOST_STORED_BYTES = 2_048 * MIB;
export const MOST_PACKAGES = 200;
/** The longest part of a file that is sent in one request. */
export const MOST_PART_BYTES = 32 * MIB;
