import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskTexts } from './texts.ts'

/** The groups of texts whose keys come from data. */
type Group = { [K in keyof DeskTexts]: DeskTexts[K] extends string ? never : K }[keyof DeskTexts]

/** The words of a group whose keys come from data: the key itself where the group does not know it. */
export function useNames(group: Group): (name: string) => string {
  const { t } = useTranslation()
  return useCallback(
    (name) => {
      const names: Record<string, string> = t(group, { returnObjects: true })
      return Object.hasOwn(names, name) ? (names[name] ?? name) : name
    },
    [t, group],
  )
}
