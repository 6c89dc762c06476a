import { type Prepared, prepare } from '@otklik/model/questionnaires/answering'
import { readQuestionnaire } from '@otklik/model/surveys/api'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { asked } from '../shared/api/queries.ts'
import { useLanguage } from '../shared/i18n/index.ts'
import { documentOf } from './document.ts'
import { type FormWords, formWords } from './form-words.ts'

export interface SurveyForm {
  readonly prepared: Prepared
  readonly words: FormWords
}

/** A version of a questionnaire with the words of its questions and options; undefined until it has come. */
export function useSurveyForm(code: string, version: number): SurveyForm | undefined {
  const language = useLanguage()
  const { data } = useQuery({
    ...asked(readQuestionnaire, { params: { code }, query: { version } }),
    staleTime: 600_000,
  })
  return useMemo(() => {
    if (data === undefined) return undefined
    const prepared = prepare(documentOf(data))
    return { prepared, words: formWords(prepared, language) }
  }, [data, language])
}
