/** An error in ClickHouse's own form: a code, a text and a name, as its HTTP interface answers. */
export class ClickHouseFailure extends Error {
  readonly code: number
  constructor(code: number, text: string, type: string) {
    super(`Code: ${code}. DB::Exception: ${text}. (${type})`)
    this.name = 'ClickHouseFailure'
    this.code = code
  }
}

/** What the engine threw, as an answer: 500 unless its code asks for something else. */
export function describeFailure(error: unknown): { status: number; code: number; body: string } {
  const text = error instanceof Error ? error.message : String(error)
  const code = error instanceof ClickHouseFailure ? error.code : Number(/Code: (\d+)/.exec(text)?.[1] ?? 1002)
  const body = text.startsWith('Code: ') ? text : `Code: ${code}. DB::Exception: ${text}. (UNKNOWN_EXCEPTION)`
  return { status: STATUS[code] ?? 500, code, body }
}

/** The statuses of ClickHouse's HTTP handler that differ from 500. */
const STATUS: Readonly<Record<number, number>> = {
  6: 400,
  26: 400,
  27: 400,
  38: 400,
  41: 400,
  42: 400,
  43: 400,
  44: 400,
  46: 404,
  47: 404,
  53: 400,
  60: 404,
  62: 400,
  81: 404,
  159: 408,
  192: 403,
  194: 401,
  497: 403,
  516: 403,
}
