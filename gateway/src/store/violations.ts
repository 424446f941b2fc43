/** Whether a statement failed because the name or pair it would store exists already. */
export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === "23505";
}

/** Whether a statement failed because a row is referred to that is not there, or one would go that is referred to. */
export function isForeignKeyViolation(error: unknown): boolean {
  return codeOf(error) === "23503";
}

/** The five characters that PostgreSQL and PGlite give every error (SQLSTATE). */
function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/** The outcome of a deletion, or "in use" when the database refuses it because other rows refer to what goes. */
export async function unlessInUse<T>(deletion: () => Promise<T>): Promise<T | "in use"> {
  try {
    return await deletion();
  } catch (error) {
    if (isForeignKeyViolation(error)) return "in use";
    throw error;
  }
}
