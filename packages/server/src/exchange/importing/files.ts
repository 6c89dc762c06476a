import { basename, join } from 'node:path'

/** As many digits as the most files of a package have, so that names stand in the order of the numbers. */
const digits = 5
/** Earlier packages have three. */
const number = /^\d{3,5}-/

/** What stands before a file's name where it is kept: the number keeps the order in which files were given. */
export const numberOf = (index: number): string => `${String(index).padStart(digits, '0')}-`

/** The name of a package's file in its folder: `00000-name`. */
export const numbered = (index: number, name: string): string =>
  `${numberOf(index)}${
    tailOf(
      basename(name.replaceAll('\\', '/'))
        .replace(/[\p{Cc}/]/gu, '_')
        .slice(-150),
    ) || 'file'
  }`

/** File systems count a name in bytes, 255 at most: of a long one the end stays, which says what kind of file it is. */
function tailOf(name: string): string {
  const letters = [...name.toWellFormed()]
  while (Buffer.byteLength(letters.join('')) > 240) letters.shift()
  return letters.join('')
}

/** The archive in which a command sends several files; they are numbered in it as they would be in the folder. */
export const packedName = 'package.zip'
/** The name a file had before it was numbered; of a file inside an archive, the path there. */
export function nameOf(numberedName: string): string {
  const name = numberedName.replace(number, '')
  const [, archive, inside] = /^([^/]+\.zip)\/(.+)$/i.exec(name) ?? []
  if (archive === undefined || inside === undefined) return name
  return archive === packedName ? inside.replace(number, '') : inside
}
export const setAsideFile = (folder: string, file: number): string => join(folder, `set-aside-${file}.csv`)
