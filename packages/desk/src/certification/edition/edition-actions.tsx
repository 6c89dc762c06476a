import { Button } from '@mantine/core'
import { type ListEdition, publishList, submitList, updateList, withdrawList } from '@otklik/model/certification/api'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'

/** In the order of what one is most likely to want; deciding stands in a panel of its own. */
const EVENTS = ['publish', 'submit', 'withdraw', 'update'] as const
type Event = (typeof EVENTS)[number]
const CALLS = { publish: publishList, submit: submitList, withdraw: withdrawList, update: updateList } as const

/** What the person may do about the edition now, each after a question. */
export function EditionActions({ edition }: { readonly edition: ListEdition }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [doing, setDoing] = useState<Event | null>(null)
  const { id, allowed, counts } = edition
  const open = EVENTS.filter((event) => allowed.includes(event))
  if (open.length === 0) return null
  const run = (event: Event) => async () => {
    const made = await call(CALLS[event], { params: { id } })
    // Updating makes the next edition: that is where the work goes on.
    if (made.id !== id) await navigate({ to: '/lists/$list', params: { list: String(made.id) } })
  }
  return (
    <div className="row no-print">
      {open.map((event) => (
        <Button
          key={event}
          variant={event === 'publish' || event === 'submit' ? 'filled' : 'default'}
          onClick={() => setDoing(event)}
        >
          {t(`lists.${event}`)}
        </Button>
      ))}
      {doing !== null && (
        <ConfirmDialog
          title={t(`edition.${doing}Title`)}
          action={t(`lists.${doing}`)}
          run={run(doing)}
          close={() => setDoing(null)}
        >
          {t(`edition.${doing}Text`, { in: counts.admitted, out: counts.leftOut })}
        </ConfirmDialog>
      )}
    </div>
  )
}
