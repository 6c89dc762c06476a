import { Button } from '@mantine/core'
import { type ChartNote, removeChartNote } from '@otklik/model/progress/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { call } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import classes from './chart-notes.module.css'
import { NoteForm } from './note-form.tsx'
import { useChartNotes } from './use-chart-notes.ts'

interface ChartNotesProps {
  /** On a service's own page. */
  readonly service?: string
  readonly period: { readonly from: string; readonly to: string }
}

/** What people wrote of days of the period: on screen and on paper under the charts; a way to write one. */
export function ChartNotes({ service, period }: ChartNotesProps) {
  const { t } = useTranslation()
  const may = useMay()
  const [writing, setWriting] = useState(false)
  const notes = useChartNotes(service).filter(
    ({ day }) => day.slice(0, 7) >= period.from && day.slice(0, 7) <= period.to,
  )
  const mayWrite = may('alarms.acknowledge')
  if (notes.length === 0 && !mayWrite) return null
  return (
    <section className="stack-tight" aria-label={t('chartNotes.title')}>
      {notes.length > 0 && <h3>{t('chartNotes.title')}</h3>}
      {notes.length > 0 && (
        <ul className={classes.notes}>
          {notes.map((note) => (
            <Note key={note.id} note={note} mayRemove={mayWrite} />
          ))}
        </ul>
      )}
      {mayWrite && (
        <Button
          variant="default"
          size="compact-md"
          className="no-print"
          style={{ justifySelf: 'start' }}
          onClick={() => setWriting(true)}
        >
          {t('chartNotes.add')}
        </Button>
      )}
      {writing && <NoteForm service={service} close={() => setWriting(false)} />}
    </section>
  )
}

function Note({ note, mayRemove }: { readonly note: ChartNote; readonly mayRemove: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => call(removeChartNote, { params: { id: note.id } }),
    onSuccess: () => client.invalidateQueries(),
  })
  return (
    <li>
      <strong className="num">{format.day(note.day)}</strong> {note.text}{' '}
      <span className="dim small">
        {note.by}
        {note.authority && `, ${note.authority}`}
      </span>
      {mayRemove && (
        <Button
          variant="subtle"
          size="compact-sm"
          className="no-print"
          aria-label={t('chartNotes.removeNote', { text: note.text })}
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          {t('chartNotes.remove')}
        </Button>
      )}
      {remove.isError && <FormTrouble error={remove.error} />}
    </li>
  )
}
