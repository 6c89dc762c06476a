/**
 * Asks for the next item while the present one is being worked on: the file is read while the store checks the chunk before.
 * One item ahead, so memory stays bounded.
 */
export async function* readAhead<T>(items: AsyncIterable<T>): AsyncGenerator<T, void> {
  const iterator = items[Symbol.asyncIterator]()
  let ahead = iterator.next()
  try {
    for (let item = await ahead; !item.done; item = await ahead) {
      ahead = iterator.next()
      // Its failure is reported when its turn comes; until then it must not count as unhandled.
      ahead.catch(() => {})
      yield item.value
    }
  } finally {
    await ahead.catch(() => {})
    await iterator.return?.()
  }
}
