import type { SheetResult } from '@otklik/model/certification/procedure'
import type { Sheet } from '@otklik/model/certification/api'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

const WORDS = ['not_applicable', 'not_performed', 'possible', 'impossible'] as const

export function useSheetWords() {
  const { t } = useTranslation()
  return useMemo(
    () => ({
      part: (part: Sheet['part']): string => t(`certifying.part_${part}`),
      /** A letter stays as it is. */
      result: (result: SheetResult): string => {
        const word = WORDS.find((one) => one === result)
        return word === undefined ? result : t(`certifying.result_${word}`)
      },
    }),
    [t],
  )
}
