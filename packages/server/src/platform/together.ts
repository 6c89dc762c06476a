/**
 * `Promise.all` that waits for every promise even after one has failed, so that nothing of a failed attempt still runs when
 * it is retried. Throws the first failure, in the order given.
 */
export async function together<T extends readonly unknown[]>(works: readonly [...T]): Promise<AllOf<T>> {
  const results = await Promise.allSettled(works)
  const values = results.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
  // One value for each work, in their order: more than the type of a list can say.
  return values as AllOf<T>
}

type AllOf<T extends readonly unknown[]> = { -readonly [K in keyof T]: Awaited<T[K]> }
