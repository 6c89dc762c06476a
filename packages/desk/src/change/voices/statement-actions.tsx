import { Button } from '@mantine/core'
import { addProcess, takeStatements } from '@otklik/model/change/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { call } from '../../shared/api/call.ts'
import { ProcessForm } from './process-form.tsx'

/** Takes in what is new without waiting for the night; adds a process that is no service. */
export function StatementActions() {
  const { t } = useTranslation()
  const may = useMay()
  const [sent, setSent] = useState(false)
  const [adding, setAdding] = useState(false)
  const take = async () => {
    await call(takeStatements, {})
    setSent(true)
  }
  return (
    <>
      {may(takeStatements) && (
        <Button variant="default" disabled={sent} onClick={() => void take()}>
          {t(sent ? 'statements.taking' : 'statements.take')}
        </Button>
      )}
      {may(addProcess) && (
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('statements.addProcess')}
        </Button>
      )}
      {adding && <ProcessForm close={() => setAdding(false)} />}
    </>
  )
}
