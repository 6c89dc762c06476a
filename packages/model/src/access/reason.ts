/** A reason in fewer signs says nothing to whoever reads it in the audit later. */
export const SHORTEST_REASON = 3
