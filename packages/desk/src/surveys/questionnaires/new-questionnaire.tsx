import { TextInput } from '@mantine/core'
import { createQuestionnaire, type Questionnaire } from '@otklik/model/surveys/api'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AuthoritySelect } from '../../access/organisations/authority-select.tsx'
import { useSession } from '../../access/session.ts'
import { useFields } from '../../register/fields.ts'
import { call } from '../../shared/api/call.ts'
import { sliceOf } from '../../shared/filters/slice.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'

const CODE = /^[a-z][a-z0-9_.-]{0,63}$/

interface NewQuestionnaireProps {
  /** What is copied; null: an empty page. */
  readonly from: Pick<Questionnaire, 'code' | 'version' | 'title'> | null
  readonly close: () => void
}

/** A new questionnaire, empty or a copy; its draft opens at once. */
export function NewQuestionnaire({ from, close }: NewQuestionnaireProps) {
  const { t } = useTranslation()
  const { everything } = useSession()
  const navigate = useNavigate()
  const { values, set } = useFields({ code: '', title: from?.title ?? '', authority: '' })
  const [tried, setTried] = useState(false)
  const missing = !CODE.test(values.code) || values.title.trim() === '' || (!everything && values.authority === '')
  const body = {
    code: values.code,
    title: values.title.trim(),
    authority: values.authority === '' ? null : values.authority,
    ...(from === null ? {} : { from: { code: from.code, version: from.version } }),
  }
  return (
    <FormDialog
      title={t(from === null ? 'questionnaires.createTitle' : 'questionnaires.copyTitle', { title: from?.title })}
      action={t(from === null ? 'questionnaires.create' : 'questionnaires.copy')}
      unready={missing}
      refused={() => setTried(true)}
      save={() => call(createQuestionnaire, { body })}
      saved={({ code }) =>
        void navigate({ to: '/questionnaires/$questionnaire', params: { questionnaire: code }, search: sliceOf })
      }
      close={close}
    >
      <TextInput
        data-autofocus
        label={t('questionnaires.name')}
        maxLength={500}
        error={tried && values.title.trim() === '' && t('questionnaires.nameMissing')}
        value={values.title}
        onChange={({ currentTarget }) => set('title', currentTarget.value)}
      />
      <TextInput
        label={t('questionnaires.code')}
        description={t('questionnaires.codeHint')}
        maxLength={64}
        error={tried && !CODE.test(values.code) && t('questionnaires.codeWrong')}
        value={values.code}
        onChange={({ currentTarget }) => set('code', currentTarget.value.trim())}
      />
      <AuthoritySelect
        value={null}
        name={null}
        change={(authority) => set('authority', authority ?? '')}
        words={{
          label: t('questionnaires.authority'),
          description: t(everything ? 'questionnaires.authorityHintAll' : 'questionnaires.authorityHint'),
          placeholder: t(everything ? 'questionnaires.authorityNone' : 'surveys.authorityChoose'),
        }}
      />
      {tried && !everything && values.authority === '' && (
        <p role="alert" style={{ margin: 0 }}>
          {t('questionnaires.authorityMissing')}
        </p>
      )}
    </FormDialog>
  )
}
