import { unpackedName } from '@otklik/model/exchange'

/** What lies beside data and is none, by its name; in Russian, as receipts tell it. */
const companions: readonly (readonly [names: RegExp, what: string])[] = [
  [/^~\$/, 'это след открытой книги Excel'],
  [/^~|\.(?:tmp|temp|part|partial|crdownload|swp|lock|lnk)$/i, 'это временный файл'],
  [/(?:~|\.(?:bak|old|orig))$/i, 'это резервная копия'],
  [/\.(?:sig|p7s|p7m|sgn|asc|gpg)$/i, 'это подпись'],
  [/\.(?:pdf|docx?|rtf|odt|msg|eml|jpe?g|png|gif|tiff?|bmp|log)$/i, 'это документ, а не данные'],
]

/** Why a file is left out where data lie beside it; undefined: it may be data. A number before its name doesn't count. */
export function companionOf(name: string): string | undefined {
  const own = unpackedName(name.slice(name.lastIndexOf('/') + 1))
  return companions.find(([names]) => names.test(own))?.[1]
}
