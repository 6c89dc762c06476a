import { Button, TextInput } from '@mantine/core'
import { saveWorkingYear, type YearFields } from '@otklik/model/calendar/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/api/call.ts'
import { FormTrouble } from '../shared/ui/form-trouble.tsx'
import { Months } from './months.tsx'
import { turned } from './year-days.ts'

interface YearEditorProps {
  readonly year: number
  readonly given: YearFields
  /** What there is now; null: the year is new. */
  readonly seen: YearFields | null
  readonly saved: () => void
  readonly close: () => void
  readonly children?: ReactNode
}

/** A year's table being entered or corrected: its act, and its days by pressing them. */
export function YearEditor({ year, given, seen, saved, close, children }: YearEditorProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [fields, setFields] = useState(given)
  const saving = useMutation({
    mutationFn: () => call(saveWorkingYear, { params: { year }, body: { ...fields, seen } }),
    onSuccess: async () => {
      await client.invalidateQueries()
      saved()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    saving.mutate()
  }
  return (
    <form className="panel stack" aria-label={String(year)} onSubmit={submit}>
      <h2 style={{ margin: 0 }}>{year}</h2>
      {children}
      {saving.isError && <FormTrouble error={saving.error} />}
      <TextInput
        label={t('workingCalendar.source')}
        description={t('workingCalendar.sourceHint')}
        required
        withAsterisk={false}
        maxLength={500}
        value={fields.source}
        onChange={({ currentTarget: { value } }) => setFields((now) => ({ ...now, source: value }))}
      />
      <p className="dim">
        {t('workingCalendar.editing')} {t('workingCalendar.legend')}
      </p>
      <Months year={year} fields={fields} turn={(day) => setFields((now) => turned(now, day))} />
      <div className="row">
        <Button type="submit" loading={saving.isPending}>
          {t('workingCalendar.save')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('actions.cancel')}
        </Button>
      </div>
    </form>
  )
}
