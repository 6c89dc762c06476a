import { MultiSelect, TextInput } from '@mantine/core'
import { mergeTopics, type RubricatorEdition } from '@otklik/model/change/api'
import { currentTopics } from '@otklik/model/change/rubricator'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'

interface MergeDialogProps {
  readonly rubricator: RubricatorEdition
  readonly close: () => void
}

/** Several topics become one with all their words; what was coded with them stays comparable. */
export function MergeDialog({ rubricator, close }: MergeDialogProps) {
  const { t } = useTranslation()
  const [codes, setCodes] = useState<string[]>([])
  const [name, setName] = useState('')
  const current = currentTopics(rubricator)
  const save = () => {
    const chosen = current.filter(({ code }) => codes.includes(code))
    const words = [...new Set(chosen.flatMap((topic) => topic.words))]
    const code = `${codes[0] ?? 'topic'}-${rubricator.edition + 1}`
    const [{ stage = null, kind = 'problem' } = {}] = chosen
    const into = { code, name, process: null, stage, kind, words }
    return call(mergeTopics, { body: { edition: rubricator.edition, codes, into } })
  }
  return (
    <FormDialog
      title={t('topics.merge')}
      action={t('topics.merge')}
      unready={codes.length < 2 || name.trim() === ''}
      save={save}
      close={close}
    >
      <MultiSelect
        data-autofocus
        label={t('topics.mergeOf')}
        searchable
        data={current.map((topic) => ({ value: topic.code, label: topic.name }))}
        value={codes}
        onChange={setCodes}
      />
      <TextInput
        label={t('topics.name')}
        required
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
    </FormDialog>
  )
}
