/** A kind of job: its name, the shape of its data (by type) and how it is repeated when it fails. */
export interface JobKind<Data extends object> {
  name: string
  /** How many times more a failed job is tried; pauses grow from `retryDelaySeconds`. */
  retries: number
  retryDelaySeconds: number
  /** How long one try may last. */
  timeoutSeconds: number
  /** How many such jobs one process runs at once. */
  concurrency: number
  readonly data?: Data
}

/** Declares a kind of job with the usual answers to everything but its name. */
export function jobKind<Data extends object>(
  name: string,
  options: Partial<Omit<JobKind<Data>, 'name' | 'data'>> = {},
): JobKind<Data> {
  return { name, retries: 5, retryDelaySeconds: 2, timeoutSeconds: 3600, concurrency: 1, ...options }
}
