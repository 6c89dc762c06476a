import { Select } from '@mantine/core'
import { type CampaignFields, listQuestionnaires } from '@otklik/model/surveys/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'

const MOST = 500

interface QuestionnaireSelectProps {
  readonly value: CampaignFields['questionnaire']
  readonly change: (questionnaire: CampaignFields['questionnaire'], languages: readonly string[]) => void
}

/** Which questionnaire is asked: those that can be, each in its latest published version. */
export function QuestionnaireSelect({ value, change }: QuestionnaireSelectProps) {
  const { t } = useTranslation()
  const found = useQuery(asked(listQuestionnaires, { query: { limit: MOST } }))
  const rows = (found.data?.rows ?? []).filter(({ published }) => published !== null)
  return (
    <Select
      label={t('surveys.questionnaire')}
      description={t('surveys.questionnaireHint')}
      placeholder={t('surveys.questionnaireChoose')}
      searchable
      allowDeselect={false}
      openOnFocus={false}
      nothingFoundMessage={t(found.isPending ? 'trouble.loading' : 'surveys.questionnaireNone')}
      data={rows.map(({ code, title, published }) => ({
        value: code,
        label: t('surveys.titleVersion', { title, version: published ?? 1 }),
      }))}
      value={value.code === '' ? null : value.code}
      onChange={(code) => {
        const row = rows.find((one) => one.code === code)
        if (row?.published) change({ code: row.code, version: row.published }, row.languages)
      }}
    />
  )
}
