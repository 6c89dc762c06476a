import { Button, Textarea } from '@mantine/core'
import { publishProblem, readPublication, withdrawProblem } from '@otklik/model/change/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'

/** What stands of the problem on the public page; nothing gets there by itself. */
export function PublicationPanel({ id, name }: { readonly id: number; readonly name: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const [open, setOpen] = useState<'publish' | 'withdraw' | null>(null)
  const { data } = useQuery(asked(readPublication, { params: { id } }))
  if (data === undefined) return null
  const close = () => setOpen(null)
  return (
    <section className="panel stack-tight" aria-label={t('publication.title')}>
      <h2>{t('publication.title')}</h2>
      {data === null ? (
        <p style={{ margin: 0 }}>{t('publication.none')}</p>
      ) : (
        <>
          <p style={{ margin: 0 }}>
            <strong>{data.said}</strong>
          </p>
          <p style={{ margin: 0 }}>{data.done}</p>
          <p className="dim small" style={{ margin: 0 }}>
            {`${data.by}, ${format.moment(data.at)}`} · <a href="/said-and-done">{t('publication.page')}</a>
          </p>
        </>
      )}
      {may(publishProblem) && (
        <div className="row no-print">
          <Button variant="default" onClick={() => setOpen('publish')}>
            {t(data === null ? 'publication.publish' : 'publication.change')}
          </Button>
          {data !== null && (
            <Button variant="default" onClick={() => setOpen('withdraw')}>
              {t('publication.withdraw')}
            </Button>
          )}
        </div>
      )}
      {open === 'publish' && <PublishDialog id={id} said={data?.said ?? name} done={data?.done ?? ''} close={close} />}
      {open === 'withdraw' && (
        <ConfirmDialog
          title={t('publication.withdraw')}
          action={t('publication.withdraw')}
          run={() => call(withdrawProblem, { params: { id } })}
          close={close}
        >
          {t('publication.withdrawText')}
        </ConfirmDialog>
      )}
    </section>
  )
}

interface PublishDialogProps {
  readonly id: number
  readonly said: string
  readonly done: string
  readonly close: () => void
}

function PublishDialog({ id, close, ...before }: PublishDialogProps) {
  const { t } = useTranslation()
  const [said, setSaid] = useState(before.said)
  const [done, setDone] = useState(before.done)
  return (
    <FormDialog
      title={t('publication.publish')}
      action={t('publication.publish')}
      unready={said.trim() === '' || done.trim() === ''}
      save={() => call(publishProblem, { params: { id }, body: { said, done } })}
      close={close}
    >
      <Textarea
        data-autofocus
        label={t('publication.said')}
        required
        maxLength={2000}
        value={said}
        onChange={({ currentTarget }) => setSaid(currentTarget.value)}
      />
      <Textarea
        label={t('publication.done')}
        description={t('publication.doneHint')}
        required
        maxLength={2000}
        rows={4}
        value={done}
        onChange={({ currentTarget }) => setDone(currentTarget.value)}
      />
    </FormDialog>
  )
}
