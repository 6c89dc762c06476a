/**
 * Waits for all of them, also when one fails: whoever repeats the work after a failure must not meet what the first try
 * left running. Throws the first failure, in the order given.
 */
export async function together<T>(works: Iterable<Promise<T>>): Promise<T[]> {
  const results = await Promise.allSettled(works)
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}
