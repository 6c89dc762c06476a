/**
 * Which line of the file a row begins in, as an editor counts them, both from 1. Kept are only the rows at which the distance
 * between the two changes: after cells of several lines and after lines that are no rows.
 */
export class LineMap {
  #rows = new Float64Array(16)
  #shifts = new Float64Array(16)
  #length = 0

  /** Says where a row begins; call in the order of the rows, for each row or for those alone that may be shifted. */
  note(row: number, line: number): void {
    const shift = line - row
    if (shift === (this.#shifts[this.#length - 1] ?? Number.NaN)) return
    if (this.#length === this.#rows.length) this.#grow()
    this.#rows[this.#length] = row
    this.#shifts[this.#length++] = shift
  }

  #grow(): void {
    const [rows, shifts] = [this.#rows, this.#shifts]
    this.#rows = new Float64Array(this.#length * 2)
    this.#shifts = new Float64Array(this.#length * 2)
    this.#rows.set(rows)
    this.#shifts.set(shifts)
  }

  lineOf(row: number): number {
    let [low, high] = [0, this.#length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#rows[middle] as number) <= row) low = middle + 1
      else high = middle
    }
    return row + (this.#shifts[low - 1] ?? 0)
  }
}
