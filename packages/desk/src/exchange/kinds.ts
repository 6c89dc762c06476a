/** Kinds of files in a package, by their header. */
export const KINDS = ['requests', 'events', 'wide', 'payments', 'ratings', 'complaints', 'services'] as const
