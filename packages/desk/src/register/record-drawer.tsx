import { Button } from '@mantine/core'
import { readHistory } from '@otklik/model/register/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../access/rights.ts'
import { Failure } from '../shared/api/problem.ts'
import { asked } from '../shared/api/queries.ts'
import { SidePanel } from '../shared/ui/dialog.tsx'
import { FormTrouble } from '../shared/ui/form-trouble.tsx'
import { Asked } from '../shared/ui/states.tsx'
import { HistoryList } from './history-list.tsx'
import type { Kind } from './register-search.ts'

interface RecordDrawerProps {
  readonly kind: Kind
  /** Null: the record is only being made. */
  readonly id: string | null
  readonly title: string
  readonly close: () => void
  readonly save: () => Promise<unknown>
  /** The fields of the record. */
  readonly children: ReactNode
}

/** A record of the register: its fields to change, and everything that was ever changed in it. */
export function RecordDrawer({ kind, id, title, close, save, children }: RecordDrawerProps) {
  const { t } = useTranslation()
  const may = useMay()
  const client = useQueryClient()
  const saving = useMutation({
    mutationFn: save,
    onSuccess: async () => {
      await client.invalidateQueries()
      close()
    },
    // Somebody was faster: what they did is told in the history below, and the list has it when the panel is closed.
    onError: (error) => (error instanceof Failure && error.status === 409 ? client.invalidateQueries() : undefined),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    saving.mutate()
  }
  return (
    <SidePanel title={title} close={close}>
      <div className="stack">
        {may('register.edit') && (
          <form className="stack" onSubmit={submit}>
            {saving.isError && <FormTrouble error={saving.error} />}
            {children}
            <div className="row">
              <Button type="submit" loading={saving.isPending}>
                {t('actions.save')}
              </Button>
              <Button variant="default" onClick={close}>
                {t('actions.cancel')}
              </Button>
            </div>
          </form>
        )}
        {id !== null && <RecordHistory kind={kind} id={id} />}
      </div>
    </SidePanel>
  )
}

function RecordHistory({ kind, id }: { readonly kind: Kind; readonly id: string }) {
  const { t } = useTranslation()
  const history = useQuery(asked(readHistory, { params: { kind, id } }))
  return (
    <section className="stack-tight" aria-label={t('register.history')}>
      <h2 style={{ fontSize: '1.0667rem', margin: '8px 0 0' }}>{t('register.history')}</h2>
      <Asked query={history} lines={3}>
        {({ changes }) => <HistoryList changes={changes} />}
      </Asked>
    </section>
  )
}
