/** The archive in which several files are sent as one package: by a command, or by the desk. */
export const PACKED_NAME = 'package.zip'

/** As many digits as the most files of a package have, so that names stand in the order of the numbers. */
const digits = 5

/** The name of a file in that archive: files keep their order, two may have one name, none is skipped for its name. */
export const packedAs = (index: number, name: string): string => `${String(index).padStart(digits, '0')}-${name}`

/** The name a file had before it was numbered; earlier packages have three digits. */
export const unpackedName = (packed: string): string => packed.replace(/^\d{3,5}-/, '')
