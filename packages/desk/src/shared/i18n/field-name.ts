import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** The words of a catalogue whose keys come from data: the key itself where the catalogue does not know it. */
function useNames(group: 'fields' | 'codes'): (name: string) => string {
  const { t } = useTranslation()
  return useCallback(
    (name) => {
      const names: Record<string, string> = t(group, { returnObjects: true })
      return Object.hasOwn(names, name) ? (names[name] ?? name) : name
    },
    [t, group],
  )
}

/** A column of a package under the name the instruction gives it. */
export const useFieldName = () => useNames('fields')

/** A code of the receipt in words. */
export const useCodeName = () => useNames('codes')
