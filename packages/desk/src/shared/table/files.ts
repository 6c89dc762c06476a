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
