import { Checkbox } from '@mantine/core'
import { chooseQuotes, listStatements, type ProblemWhole } from '@otklik/model/change/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { Asked } from '../../shared/ui/states.tsx'

const MOST = 3

interface QuotesDialogProps {
  readonly problem: ProblemWhole
  readonly close: () => void
}

/** Up to three of the latest different texts that name the problem. */
export function QuotesDialog({ problem, close }: QuotesDialogProps) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(problem.quotes.map(({ statement }) => statement))
  const code = problem.topics[0]
  const query = useQuery(asked(listStatements, { query: { code, process: problem.processes[0], limit: 100 } }))
  const toggle = (id: number) =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id].slice(-MOST)))
  return (
    <FormDialog
      side
      title={t('problems.chooseQuotes')}
      action={t('actions.save')}
      save={() => call(chooseQuotes, { params: { id: problem.id }, body: { statements: chosen } })}
      close={close}
    >
      <p style={{ margin: 0 }}>{t('problems.quotesHint')}</p>
      <Asked query={query} lines={6}>
        {({ rows }) => (
          <div className="stack-tight">
            {[...new Map(rows.map((row) => [row.text, row])).values()].map(({ id, text }) => (
              <Checkbox key={id} label={text} checked={chosen.includes(id)} onChange={() => toggle(id)} />
            ))}
          </div>
        )}
      </Asked>
    </FormDialog>
  )
}
