/** Who did something and when, as answers have it; null where it was not done. */
export const act = (by: string | null, at: Date | null) =>
  by === null || at === null ? null : { by, at: at.toISOString() }
