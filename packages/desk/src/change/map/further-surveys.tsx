import { Button, Textarea } from '@mantine/core'
import { declineFurtherSurvey, listFurtherSurveys } from '@otklik/model/change/api'
import { SURVEY_RULES } from '@otklik/model/change/further'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'

/** Where the figures ask for an additional survey (003, п. 4.5); a person decides. */
export function FurtherSurveys() {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const [declining, setDeclining] = useState<string | null>(null)
  const { data } = useQuery(asked(listFurtherSurveys, {}))
  if (data === undefined || data.rows.length === 0) return null
  return (
    <section className="panel stack-tight" aria-label={t('further.title')}>
      <h2>{t('further.title')}</h2>
      <SmallTable
        title={t('further.title')}
        titleHidden
        head={[
          { title: t('pains.process') },
          { title: t('further.why') },
          { title: t('further.target'), figures: true },
          { title: t('further.decision') },
        ]}
        rows={data.rows.map(({ process, processName, rules, targetN, declined }) => ({
          key: process,
          cells: [
            processName,
            rules.map((rule) => SURVEY_RULES[rule]).join('; '),
            format.count(targetN),
            declined ? (
              t('further.declined', { by: declined.by, reason: declined.reason })
            ) : may(declineFurtherSurvey) ? (
              <Button key="decline" variant="default" size="compact-md" onClick={() => setDeclining(process)}>
                {t('further.decline')}
              </Button>
            ) : (
              '–'
            ),
          ],
        }))}
      />
      {declining !== null && <DeclineDialog process={declining} month={data.month} close={() => setDeclining(null)} />}
    </section>
  )
}

interface DeclineDialogProps {
  readonly process: string
  readonly month: string
  readonly close: () => void
}

function DeclineDialog({ process, month, close }: DeclineDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      title={t('further.decline')}
      action={t('further.decline')}
      save={() => call(declineFurtherSurvey, { body: { process, month, reason: reason.trim() } })}
      close={close}
    >
      <Textarea
        data-autofocus
        label={t('problems.why')}
        required
        maxLength={2000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormDialog>
  )
}
