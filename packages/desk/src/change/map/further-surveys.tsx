import { Button, Textarea } from '@mantine/core'
import {
  declineFurtherSurvey,
  draftFurtherSurvey,
  type FurtherSurvey,
  listFurtherSurveys,
} from '@otklik/model/change/api'
import { SURVEY_RULES } from '@otklik/model/change/further'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
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
        rows={data.rows.map((row) => ({
          key: row.process,
          cells: [
            row.processName,
            row.rules.map((rule) => SURVEY_RULES[rule]).join('; '),
            format.count(row.targetN),
            <Decision key="decision" row={row} month={data.month} decline={() => setDeclining(row.process)} />,
          ],
        }))}
      />
      {declining !== null && <DeclineDialog process={declining} month={data.month} close={() => setDeclining(null)} />}
    </section>
  )
}

interface DecisionProps {
  readonly row: FurtherSurvey
  readonly month: string
  readonly decline: () => void
}

/** What somebody decided; else what can be done. */
function Decision({ row, month, decline }: DecisionProps) {
  const { t } = useTranslation()
  const may = useMay()
  const [drafting, setDrafting] = useState(false)
  const { declined, drafted, process } = row
  if (drafted)
    return (
      <>
        {t('further.drafted', { by: drafted.by })}{' '}
        <Link to="/surveys/$campaign" params={{ campaign: drafted.campaign }}>
          {t('further.toCampaign')}
        </Link>
      </>
    )
  if (declined) return t('further.declined', { by: declined.by, reason: declined.reason })
  if (!may(declineFurtherSurvey)) return '–'
  return (
    <div className="row">
      <Button variant="default" size="compact-md" onClick={() => setDrafting(true)}>
        {t('further.draft')}
      </Button>
      <Button variant="default" size="compact-md" onClick={decline}>
        {t('further.decline')}
      </Button>
      {drafting && (
        <FormDialog
          title={t('further.draft')}
          action={t('further.draft')}
          save={() => call(draftFurtherSurvey, { body: { process, month } })}
          close={() => setDrafting(false)}
        >
          <p style={{ margin: 0 }}>{t('further.draftText')}</p>
        </FormDialog>
      )}
    </div>
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
