/**
 * Work that is asked for by the same key while it is on is done once: whoever comes meanwhile gets what it gives, its failure
 * too. Nothing is kept once it is done.
 */
export function singleFlight<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const running = new Map<string, Promise<T>>()
  return (key, work) => {
    const before = running.get(key)
    if (before) return before
    const begun = work().finally(() => running.delete(key))
    running.set(key, begun)
    return begun
  }
}
