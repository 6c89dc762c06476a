import { Button, Textarea } from '@mantine/core'
import { type AlarmCase, noteOnCase, takeBackAcknowledgement } from '@otklik/model/progress/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { AcknowledgeDialog } from './acknowledge-dialog.tsx'
import { AssignDialog } from './assign-dialog.tsx'

/** What can be done about a case: give it to somebody, write what is known, take note of it or undo that. */
export function CaseActions({ one }: { readonly one: AlarmCase }) {
  const { t } = useTranslation()
  const [doing, setDoing] = useState<'assign' | 'note' | 'acknowledge' | null>(null)
  const close = () => setDoing(null)
  const button = (what: NonNullable<typeof doing>, text: string) => (
    <Button variant="subtle" size="compact-md" onClick={() => setDoing(what)}>
      {text}
    </Button>
  )
  return (
    <>
      {one.status !== 'acknowledged' && button('assign', t('cases.assign'))}
      {button('note', t('cases.note'))}
      {one.status === 'acknowledged' ? <TakeBack one={one} /> : button('acknowledge', t('alarms.acknowledge'))}
      {doing === 'assign' && <AssignDialog one={one} close={close} />}
      {doing === 'note' && <NoteDialog one={one} close={close} />}
      {doing === 'acknowledge' && <AcknowledgeDialog one={one} close={close} />}
    </>
  )
}

function TakeBack({ one }: { readonly one: AlarmCase }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const undo = useMutation({
    mutationFn: () => call(takeBackAcknowledgement, { params: { id: one.id } }),
    onSuccess: () => client.invalidateQueries(),
  })
  return (
    <>
      <Button variant="subtle" size="compact-md" loading={undo.isPending} onClick={() => undo.mutate()}>
        {t('cases.takeBack')}
      </Button>
      {undo.isError && <FormTrouble error={undo.error} />}
    </>
  )
}

function NoteDialog({ one, close }: { readonly one: AlarmCase; readonly close: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const empty = text.trim() === ''
  return (
    <FormDialog
      title={t('cases.note')}
      action={t('cases.save')}
      unready={empty}
      refused={() => setTried(true)}
      save={() => call(noteOnCase, { params: { id: one.id }, body: { text: text.trim() } })}
      close={close}
    >
      <p className="dim" style={{ margin: 0 }}>
        {one.serviceName}. {one.sentence}
      </p>
      <Textarea
        data-autofocus
        label={t('cases.noteText')}
        description={t('cases.noteHint')}
        error={tried && empty && t('cases.noteEmpty')}
        maxLength={2000}
        rows={4}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
    </FormDialog>
  )
}
