/** Addresses of a table's rows as files. */
export interface Files {
  readonly csv: string
  readonly xlsx: string
}

/** Both files of one address: all that differs is the format asked for. */
export const filesOf = (address: (format: keyof Files) => string): Files => ({
  csv: address('csv'),
  xlsx: address('xlsx'),
})

/** Addresses of a paper in the formats that it comes in. */
export interface Papers {
  readonly docx?: string
  readonly pdf?: string
  readonly xlsx?: string
}
