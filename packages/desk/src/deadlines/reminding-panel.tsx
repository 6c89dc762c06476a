import { Button, Checkbox } from '@mantine/core'
import {
  chooseDeadlineMail,
  type listDeadlines,
  makeCalendarLink,
  revokeCalendarLink,
} from '@otklik/model/deadlines/api'
import type { AnswerOf } from '@otklik/model/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/api/call.ts'
import { useFormat } from '../shared/i18n/index.ts'
import { FormTrouble } from '../shared/ui/form-trouble.tsx'

interface RemindingPanelProps {
  readonly reminding: AnswerOf<typeof listDeadlines>['reminding']
}

/** Letters and the calendar of one's own programs. The secret address is shown once. */
export function RemindingPanel({ reminding }: RemindingPanelProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries()
  const choosing = useMutation({
    mutationFn: (wanted: boolean) => call(chooseDeadlineMail, { body: { wanted } }),
    onSuccess,
  })
  const making = useMutation({ mutationFn: () => call(makeCalendarLink, {}), onSuccess })
  const revoking = useMutation({
    mutationFn: () => call(revokeCalendarLink, {}),
    onSuccess: () => {
      making.reset()
      return onSuccess()
    },
  })
  const trouble = [choosing, making, revoking].find(({ isError }) => isError)?.error
  return (
    <section className="panel stack no-print" aria-labelledby="reminding">
      <h2 id="reminding" style={{ margin: 0 }}>
        {t('deadlines.reminding')}
      </h2>
      {trouble !== undefined && <FormTrouble error={trouble} />}
      <Checkbox
        label={t('deadlines.mail')}
        description={t(reminding.mailPossible ? 'deadlines.mailHint' : 'deadlines.mailImpossible')}
        disabled={!reminding.mailPossible && !reminding.mail}
        checked={reminding.mail}
        onChange={({ currentTarget }) => choosing.mutate(currentTarget.checked)}
      />
      <p style={{ margin: 0 }}>
        {reminding.link === null
          ? t('deadlines.noLink')
          : t('deadlines.linkSince', { at: format.instant(reminding.link) })}
      </p>
      {making.data !== undefined && (
        <p role="status" style={{ margin: 0, overflowWrap: 'anywhere' }}>
          {t('deadlines.linkShown')} <code>{making.data.url}</code>
        </p>
      )}
      <div className="row">
        <Button size="compact-md" variant="default" loading={making.isPending} onClick={() => making.mutate()}>
          {t(reminding.link === null ? 'deadlines.makeLink' : 'deadlines.remakeLink')}
        </Button>
        {reminding.link !== null && (
          <Button size="compact-md" variant="default" loading={revoking.isPending} onClick={() => revoking.mutate()}>
            {t('deadlines.revokeLink')}
          </Button>
        )}
      </div>
    </section>
  )
}
