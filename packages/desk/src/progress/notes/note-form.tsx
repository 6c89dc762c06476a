import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { writeChartNote } from '@otklik/model/progress/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../change/use-today.ts'
import { call } from '../../shared/api/call.ts'
import { useSlice } from '../../shared/filters/use-slice.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'

/** A note of a day: of the service or the authority that the screen is about, or of all figures. */
export function NoteForm({
  service: own,
  close,
}: {
  readonly service: string | undefined
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const { service = own, authority } = useSlice()
  const [day, setDay] = useState(useToday())
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const scopes = [
    ...(service === undefined ? [] : [{ value: 'service', label: t('chartNotes.ofService') }]),
    ...(authority === undefined ? [] : [{ value: 'authority', label: t('chartNotes.ofAuthority', { authority }) }]),
    { value: 'all', label: t('chartNotes.ofAll') },
  ]
  const [scope, setScope] = useState(scopes[0]?.value)
  const body = {
    day,
    text: text.trim(),
    service: scope === 'service' ? (service ?? null) : null,
    authority: scope === 'authority' ? (authority ?? null) : null,
  }
  const unready = day === '' || body.text === ''
  return (
    <FormDialog
      title={t('chartNotes.add')}
      action={t('cases.save')}
      unready={unready}
      refused={() => setTried(true)}
      save={() => call(writeChartNote, { body })}
      close={close}
    >
      <TextInput
        type="date"
        label={t('chartNotes.day')}
        error={tried && day === '' && t('chartNotes.dayMissing')}
        value={day}
        onChange={({ currentTarget }) => setDay(currentTarget.value)}
      />
      <Textarea
        data-autofocus
        label={t('chartNotes.text')}
        description={t('chartNotes.textHint')}
        error={tried && body.text === '' && t('chartNotes.textMissing')}
        maxLength={300}
        rows={2}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <NativeSelect
        label={t('chartNotes.where')}
        description={t('chartNotes.whereHint')}
        data={scopes}
        value={scope}
        onChange={({ currentTarget }) => setScope(currentTarget.value)}
      />
    </FormDialog>
  )
}
