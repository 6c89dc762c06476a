import { basename, join } from 'node:path'
import { PACKED_NAME, packedAs, unpackedName } from '@otklik/model/exchange'

/** The name of a package's file in its folder: `00000-name`. */
export const numbered = (index: number, name: string): string => packedAs(index, plainName(name))
/** A name that may stand in any folder, whatever was sent as one. */
export const plainName = (name: string): string =>
  tailOf(
    basename(name.replaceAll('\\', '/'))
      .replace(/[\p{Cc}/]/gu, '_')
      .slice(-150),
  ) || 'file'

/** File systems count a name in bytes, 255 at most: of a long one the end stays, which says what kind of file it is. */
function tailOf(name: string): string {
  const letters = [...name.toWellFormed()]
  while (Buffer.byteLength(letters.join('')) > 240) letters.shift()
  return letters.join('')
}

/** The name a file had before it was numbered; of a file inside an archive, the path there. */
export function nameOf(numberedName: string): string {
  const name = unpackedName(numberedName)
  const [, archive, inside] = /^([^/]+\.zip)\/(.+)$/i.exec(name) ?? []
  if (archive === undefined || inside === undefined) return name
  return archive === PACKED_NAME ? unpackedName(inside) : inside
}
export const setAsideFile = (folder: string, file: number): string => join(folder, `set-aside-${file}.csv`)
