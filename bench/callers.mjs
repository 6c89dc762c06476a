// Many screens that ask for the same figures at the same moment.

/** Asks the address `callers` times at once, `rounds` times over. The answer is each call's time in ms, sorted. */
export async function askTogether({ url, token }, path, { callers = 50, rounds = 10 } = {}) {
  const headers = { authorization: `Bearer ${token}` }
  const ask = async () => {
    const started = performance.now()
    const answer = await fetch(url + path, { headers })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    await answer.arrayBuffer()
    return performance.now() - started
  }
  await ask()
  const times = []
  for (let round = 0; round < rounds; round++) times.push(...(await Promise.all(Array.from({ length: callers }, ask))))
  return times.toSorted((a, b) => a - b)
}

/** The share-th of sorted numbers. */
export const quantile = (sorted, share) => sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)]
