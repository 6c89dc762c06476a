import { PACKED_NAME, packedAs } from '@otklik/model/exchange'

/** The browser copies what it joins once before sending it, so a larger day goes file by file, or packed beforehand. */
export const MOST_JOINED_BYTES = 256 * 1024 ** 2

const isArchive = ({ name }: File): boolean => name.toLowerCase().endsWith('.zip')
export const sizeOf = (files: readonly File[]): number => files.reduce((sum, { size }) => sum + size, 0)

/** Those that can go as one package: an archive is a package already, and one inside another would be refused. */
export function joinable(files: readonly File[]): readonly File[] {
  const plain = files.filter((file) => !isArchive(file))
  return plain.length > 1 ? plain : []
}

export const tooLargeToJoin = (files: readonly File[]): boolean => sizeOf(joinable(files)) > MOST_JOINED_BYTES

/** The packages that files are sent as. */
export function packagesOf(files: readonly File[], together: boolean): (readonly File[])[] {
  const joined = together && !tooLargeToJoin(files) ? joinable(files) : []
  const apart = files.filter((file) => !joined.includes(file)).map((file) => [file])
  return joined.length > 0 ? [joined, ...apart] : apart
}

/** What goes over the line for a package: the file as it is; of several an archive, as the command line packs them. */
export async function bodyOf(files: readonly File[]): Promise<{ name: string; type: string; body: Blob }> {
  const [only, ...more] = files
  if (only !== undefined && more.length === 0) {
    return { name: only.name, type: isArchive(only) ? 'application/zip' : 'text/csv', body: only }
  }
  const { downloadZip } = await import('client-zip')
  const entries = files.map((input, index) => ({ name: packedAs(index, input.name), input }))
  return { name: PACKED_NAME, type: 'application/zip', body: await downloadZip(entries).blob() }
}
