import { Button, Textarea } from '@mantine/core'
import { SHORTEST_REASON } from '@otklik/model/access'
import { type AlarmCase, acknowledgeAlarm } from '@otklik/model/progress/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'

const LONGEST = 2000

/** Takes a case off the list of open ones; the reason stays in the record. */
export function AcknowledgeDialog({ one, close }: { readonly one: AlarmCase; readonly close: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const send = useMutation({
    mutationFn: () => call(acknowledgeAlarm, { params: { id: one.id }, body: { reason: reason.trim() } }),
    onSuccess: async () => {
      close()
      await client.invalidateQueries()
    },
  })
  const short = reason.trim().length < SHORTEST_REASON
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!short) send.mutate()
  }
  return (
    <Dialog title={t('alarms.acknowledgeTitle')} close={close}>
      <form className="stack" onSubmit={submit} noValidate>
        <p className="dim" style={{ margin: 0 }}>
          {one.serviceName}. {one.sentence}
        </p>
        {send.isError && <FormTrouble error={send.error} />}
        <Textarea
          data-autofocus
          label={t('alarms.reason')}
          description={t('alarms.reasonHint')}
          error={tried && short && t('alarms.reasonShort')}
          maxLength={LONGEST}
          minRows={3}
          rows={4}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className="row">
          <Button type="submit" loading={send.isPending}>
            {t('alarms.acknowledge')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('actions.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
