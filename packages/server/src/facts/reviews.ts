import type { ClickHouse } from '../platform/clickhouse/client.ts'

/** How many reviews a package holds. */
export interface ReviewBatch {
  readonly package: number
  readonly reviews: number
}

/** A review as a package brought it, of a request that is known. */
export interface Review {
  readonly package: number
  readonly request: string
  /** YYYY-MM-DD HH:MM:SS of local time. */
  readonly ratedAt: string
  readonly service: string
  readonly channel: string
  readonly score: number
  readonly review: string
}

const KNOWN = `(SELECT request_id, service_id, submission_channel FROM request_current FINAL)`

/** Packages with reviews of known requests. */
export const reviewBatches = (ch: ClickHouse): Promise<ReviewBatch[]> =>
  ch.query<ReviewBatch>(
    `SELECT package, count() AS reviews FROM ratings AS r INNER JOIN ${KNOWN} AS known USING request_id
     WHERE review != '' GROUP BY package ORDER BY package`,
  )

/** The reviews of some packages, in the order of their rows. Asked for together: looking requests up costs more than reading. */
export const readReviews = (ch: ClickHouse, packages: readonly number[]): Promise<Review[]> =>
  ch.query<Review>(
    `SELECT package, request_id AS request, toString(rated_at) AS ratedAt, service_id AS service,
       submission_channel AS channel, score, review
     FROM ratings AS r INNER JOIN (
       SELECT request_id, service_id, submission_channel FROM request_current FINAL WHERE request_id IN (
         SELECT request_id FROM ratings WHERE package IN {packages:Array(UInt32)} AND review != '')
     ) AS known USING request_id
     WHERE package IN {packages:Array(UInt32)} AND review != '' ORDER BY package, file, row`,
    { packages: [...packages] },
  )
