import type { KeyCounts } from '@otklik/model/contributions'

/** A row of a query that counts a key in both periods. */
export type KeyRow = { readonly key: string } & Readonly<Record<'n_a' | 'x_a' | 'n_b' | 'x_b', number>>

export const keyCounts = ({ key, n_a, x_a, n_b, x_b }: KeyRow): KeyCounts => ({
  key,
  a: { n: n_a, x: x_a },
  b: { n: n_b, x: x_b },
})
