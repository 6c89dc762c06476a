const names = new Intl.DisplayNames(['ru'], { type: 'language' })

/** «татарский»; the code itself for one that is not known. */
export const languageName = (code: string): string => {
  const name = names.of(code) ?? code
  return name === code ? code : name
}
