import { basename } from 'node:path'
import { join } from 'node:path'

/** Files of a package lie in its folder as `000-name`: the number keeps the order in which they were given. */
export const numbered = (index: number, name: string): string =>
  `${String(index).padStart(3, '0')}-${basename(name.replaceAll('\\', '/')).replace(/[\p{Cc}/]/gu, '_').slice(-150) || 'file'}`
/** The name a file had before it was numbered; of a file inside an archive, the path there. */
export const nameOf = (numberedName: string): string => numberedName.replace(/^\d{3}-/, '').replace(/^([^/]+\.zip)\/(?=.)/i, '')
export const setAsideFile = (folder: string, file: number): string => join(folder, `set-aside-${file}.csv`)
