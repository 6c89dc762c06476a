/** The archive in which several files are sent as one package: by a command, or by the desk. */
export const PACKED_NAME = 'package.zip'

/** The name of a file in that archive: files keep their order, two may have one name, none is skipped for its name. */
export const packedAs = (index: number, name: string): string => `${String(index).padStart(3, '0')}-${name}`

/** The name a file had before it was numbered. */
export const unpackedName = (packed: string): string => packed.replace(/^\d{3}-/, '')
