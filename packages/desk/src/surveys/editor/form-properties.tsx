import { TagsInput, TextInput } from '@mantine/core'
import type { Questionnaire } from '@otklik/model/questionnaires'
import { useTranslation } from 'react-i18next'
import type { Edit } from './edits.ts'
import { orAbsent, withoutAbsent } from './edits.ts'
import { TextFields } from './text-fields.tsx'

interface FormPropertiesProps {
  readonly document: Questionnaire
  readonly edit: (edit: Edit) => void
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z]{2,8})?$/

/** What belongs to the questionnaire as a whole. */
export function FormProperties({ document, edit }: FormPropertiesProps) {
  const { t } = useTranslation()
  const { languages } = document
  const set = (change: Partial<Questionnaire>) => edit((before) => withoutAbsent({ ...before, ...change }))
  return (
    <>
      <h2>{t('editor.form')}</h2>
      <TextFields
        label={t('questionnaires.name')}
        languages={languages}
        value={document.title}
        change={(title) => set({ title })}
      />
      <TagsInput
        label={t('surveys.languages')}
        description={t('editor.languagesHint')}
        value={[...languages]}
        onChange={(codes) => {
          const known = codes.filter((code) => LANGUAGE.test(code))
          if (known.length > 0) set({ languages: known })
        }}
      />
      <TextFields
        label={t('editor.intro')}
        languages={languages}
        value={document.intro}
        change={(intro) => set({ intro: orAbsent(intro) })}
      />
      <TextFields
        label={t('editor.outro')}
        languages={languages}
        value={document.outro}
        change={(outro) => set({ outro: orAbsent(outro) })}
      />
      <TextInput
        label={t('questionnaires.source')}
        maxLength={5000}
        value={document.source ?? ''}
        onChange={({ currentTarget: { value } }) => set({ source: value === '' ? undefined : value })}
      />
    </>
  )
}
