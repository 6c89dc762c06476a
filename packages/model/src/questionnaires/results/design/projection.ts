import type { Margin } from './rake.ts'

/** Below this share of the largest diagonal a column depends on those before it. */
const dependent = 1e-9

/**
 * Takes off from person-level values what the margins explain: the residual of the weighted least squares on all of their
 * categories with the base weights. What remains is what raked figures still owe to chance.
 */
export function residualOn(margins: readonly Margin[], base: readonly number[]): (values: Float64Array) => void {
  const starts = margins.map((_, at) => margins.slice(0, at).reduce((sum, { targets }) => sum + targets.length, 0))
  const size = margins.reduce((sum, { targets }) => sum + targets.length, 0)
  const columnsOf = (person: number): number[] =>
    margins.flatMap(({ categories }, at) => {
      const category = categories[person] ?? -1
      return category < 0 ? [] : [(starts[at] ?? 0) + category]
    })
  const inverse = invert(gramOf(base, columnsOf, size))
  return (values) => {
    const explained = new Float64Array(size)
    base.forEach((weight, person) => {
      for (const column of columnsOf(person))
        explained[column] = (explained[column] ?? 0) + weight * (values[person] ?? 0)
    })
    const slopes = inverse.map((row) => row.reduce((sum, cell, at) => sum + cell * (explained[at] ?? 0), 0))
    for (let person = 0; person < values.length; person++)
      for (const column of columnsOf(person)) values[person] = (values[person] ?? 0) - (slopes[column] ?? 0)
  }
}

function gramOf(base: readonly number[], columnsOf: (person: number) => number[], size: number): number[][] {
  const gram = Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
  base.forEach((weight, person) => {
    const columns = columnsOf(person)
    for (const row of columns) {
      const cells = gram[row] ?? []
      for (const column of columns) cells[column] = (cells[column] ?? 0) + weight
    }
  })
  return gram
}

/** A generalised inverse of a symmetric matrix by sweeping; columns that depend on earlier ones are left out (zero). */
function invert(matrix: readonly (readonly number[])[]): number[][] {
  const swept = matrix.map((row) => [...row])
  const largest = Math.max(0, ...matrix.map((row, at) => row[at] ?? 0))
  const used = matrix.map((_, at) => sweep(swept, at, dependent * largest))
  return swept.map((row, at) => row.map((cell, column) => (used[at] && used[column] ? cell : 0)))
}

function sweep(matrix: number[][], at: number, least: number): boolean {
  const pivotRow = matrix[at] ?? []
  const pivot = pivotRow[at] ?? 0
  if (!(pivot > least)) return false
  const scaled = pivotRow.map((cell) => cell / pivot)
  matrix.forEach((row, index) => {
    if (index === at) return
    const factor = row[at] ?? 0
    for (let column = 0; column < row.length; column++)
      row[column] = column === at ? -factor / pivot : (row[column] ?? 0) - factor * (scaled[column] ?? 0)
  })
  matrix[at] = scaled.map((cell, column) => (column === at ? 1 / pivot : cell))
  return true
}
