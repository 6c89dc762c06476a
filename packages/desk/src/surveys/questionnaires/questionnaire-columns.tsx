import type { QuestionnaireRow } from '@otklik/model/surveys/api'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { sliceOf } from '../../shared/filters/slice.ts'
import { NOTHING } from '../../shared/i18n/format.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { languageName } from '../language-name.ts'
import { useWhose } from './whose.ts'

export function useQuestionnaireColumns(): Column<QuestionnaireRow>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const whose = useWhose()
  return useMemo(() => {
    const version = (id: 'published' | 'inWork'): Column<QuestionnaireRow> => ({
      id,
      title: t(`questionnaires.${id}`),
      value: (row) => row[id],
      show: (row) => (row[id] === null ? NOTHING : t('questionnaires.version', { version: row[id] })),
    })
    const count = (id: 'questions' | 'campaigns'): Column<QuestionnaireRow> => ({
      id,
      title: t(`questionnaires.${id}`),
      figures: true,
      value: (row) => row[id],
      show: (row) => format.count(row[id]),
    })
    return [
      {
        id: 'title',
        title: t('questionnaires.name'),
        wide: true,
        value: ({ title }) => title,
        show: ({ code, title }) => (
          <Link to="/questionnaires/$questionnaire" params={{ questionnaire: code }} search={sliceOf}>
            {title}
          </Link>
        ),
      },
      { id: 'whose', title: t('questionnaires.whose'), wide: true, value: whose },
      version('published'),
      version('inWork'),
      count('questions'),
      count('campaigns'),
      {
        id: 'languages',
        title: t('surveys.languages'),
        value: ({ languages }) => languages.map(languageName).join(', '),
      },
      { id: 'code', title: t('questionnaires.code'), extra: true, value: ({ code }) => code },
      { id: 'source', title: t('questionnaires.source'), wide: true, extra: true, value: ({ source }) => source },
    ]
  }, [t, format, whose])
}
