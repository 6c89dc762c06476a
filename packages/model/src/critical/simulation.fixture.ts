/** Cumulative binomial probabilities of 0, 1, 2 … in n at a share. */
export function binomial(n: number, share: number): number[] {
  let term = (1 - share) ** n
  let sum = term
  const cumulated = [sum]
  for (let x = 1; sum < 1 - 1e-12 && x <= n; x++) {
    term *= ((n - x + 1) / x) * (share / (1 - share))
    sum += term
    cumulated.push(sum)
  }
  return cumulated
}

/** The number of cases that a draw in 0–1 stands for. */
export const drawn = (cumulated: readonly number[], draw: number): number =>
  Math.max(
    0,
    cumulated.findIndex((probability) => draw < probability),
  )
