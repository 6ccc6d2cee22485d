/** The SQLSTATE of a database error, or of the one inside Prisma's, and the constraint it names. */
export function sqlFault(error: unknown): { state: string; constraint: string } | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) && !error.code.startsWith('P20')) {
    return { state: error.code, constraint: 'constraint' in error ? String(error.constraint) : '' };
  }
  return prismaFault(error);
}

const PRISMA_CODES: Readonly<Record<string, string>> = { P2002: '23505', P2003: '23503', P2025: '02000' };

function prismaFault(error: Error): { state: string; constraint: string } | undefined {
  const code = 'code' in error && typeof error.code === 'string' ? PRISMA_CODES[error.code] : undefined;
  if (!code) return undefined;
  return { state: code, constraint: 'meta' in error ? JSON.stringify(error.meta) : '' };
}

/** Whether a row with this key is there already. */
export function isUniqueViolation(error: unknown): boolean {
  return sqlFault(error)?.state === '23505';
}
