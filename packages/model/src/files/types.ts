/** What a file can be: its endings, and how it begins. Several endings share a beginning where one format carries others. */
export const FILE_TYPES = {
  pdf: { name: 'PDF', endings: ['pdf'], mime: 'application/pdf', begins: [[0x25, 0x50, 0x44, 0x46, 0x2d]] },
  png: { name: 'картинка PNG', endings: ['png'], mime: 'image/png', begins: [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]] },
  jpeg: { name: 'картинка JPEG', endings: ['jpg', 'jpeg'], mime: 'image/jpeg', begins: [[0xff, 0xd8, 0xff]] },
  tiff: {
    name: 'картинка TIFF',
    endings: ['tif', 'tiff'],
    mime: 'image/tiff',
    begins: [
      [0x49, 0x49, 0x2a, 0x00],
      [0x4d, 0x4d, 0x00, 0x2a],
    ],
  },
  zip: {
    name: 'архив ZIP или документ Office',
    endings: ['docx', 'xlsx', 'pptx', 'odt', 'ods', 'zip'],
    mime: 'application/zip',
    begins: [[0x50, 0x4b, 0x03, 0x04]],
  },
  office: {
    name: 'документ Office 97–2003',
    endings: ['doc', 'xls', 'ppt'],
    mime: 'application/octet-stream',
    begins: [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  },
  text: { name: 'текст', endings: ['txt', 'csv', 'json', 'xml', 'eml'], mime: 'text/plain', begins: [] },
} as const satisfies Readonly<Record<string, FileShape>>

interface FileShape {
  readonly name: string
  readonly endings: readonly string[]
  readonly mime: string
  /** Bytes at its beginning, one of these; none: it is told by what it lacks. */
  readonly begins: readonly (readonly number[])[]
}
export type FileType = keyof typeof FILE_TYPES
// The keys of a constant object are exactly its type's keys; Object.keys only says string.
export const ALL_FILE_TYPES = Object.keys(FILE_TYPES) as readonly FileType[]

/** As many bytes of the beginning tell the type. */
export const HEAD_BYTES = 512
/** 2 ГБ, as people count them. */
export const MOST_FILE_BYTES = 2_000_000_000

/** What a file is by its first `HEAD_BYTES` bytes; null where it is none of those that are taken. */
export function typeOfHead(head: Uint8Array): FileType | null {
  const found = ALL_FILE_TYPES.find((type) =>
    FILE_TYPES[type].begins.some((bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte)),
  )
  if (found !== undefined) return found
  return head.length > 0 && !head.some(isControl) ? 'text' : null
}

/** Bytes that no text has, in UTF-8 and in Windows-1251: control signs but for tab, line feed, form feed, return and escape. */
const isControl = (byte: number): boolean => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte)

const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** Why a file is not taken, as a sentence for people; null: it is what its name says. */
export function fileFault(name: string, head: Uint8Array): string | null {
  if (head.length === 0) return `Файл «${name}» пустой. Выберите другой.`
  const ending = endingOf(name)
  const named = ALL_FILE_TYPES.find((type) => FILE_TYPES[type].endings.some((one) => one === ending))
  if (named === undefined) return `Файлы «.${ending}» не принимаются. Подходят: ${ALL_ENDINGS.join(', ')}.`
  const found = typeOfHead(head)
  if (found === named) return null
  const is = found === null ? 'содержимое неизвестного вида' : FILE_TYPES[found].name
  return `Файл «${name}» по содержимому не ${FILE_TYPES[named].name}: это ${is}. Приложите исходный файл.`
}

const ALL_ENDINGS = ALL_FILE_TYPES.flatMap((type) => [...FILE_TYPES[type].endings])
