import type { QuestionnaireRow } from '@otklik/model/surveys/api'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

type Whose = Pick<QuestionnaireRow, 'builtIn' | 'draft' | 'authority'>

/** «встроенная», «встроенная, проект», «для всех», or the authority. */
export function useWhose(): (questionnaire: Whose) => string {
  const { t } = useTranslation()
  return useCallback(
    ({ builtIn, draft, authority }) => {
      if (builtIn) return t(draft ? 'questionnaires.builtInDraft' : 'questionnaires.builtIn')
      return authority?.name ?? t('questionnaires.forAll')
    },
    [t],
  )
}
