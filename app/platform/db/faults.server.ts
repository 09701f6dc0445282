/** Whether a write failed since something with the same key is there already. */
export function isTaken(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'P2002'
}
