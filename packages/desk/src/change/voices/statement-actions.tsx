import { Button } from '@mantine/core'
import { addProcess, takeStatements } from '@otklik/model/change/api'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { call } from '../../shared/api/call.ts'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { ProcessForm } from './process-form.tsx'

/** Takes in what is new without waiting for the night; adds a process that is no service. */
export function StatementActions() {
  const { t } = useTranslation()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const taking = useMutation({ mutationFn: () => call(takeStatements, {}) })
  return (
    <>
      {may(takeStatements) && (
        <Button
          variant="default"
          disabled={taking.isSuccess}
          loading={taking.isPending}
          onClick={() => taking.mutate()}
        >
          {t(taking.isSuccess ? 'statements.taking' : 'statements.take')}
        </Button>
      )}
      {may(addProcess) && (
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('statements.addProcess')}
        </Button>
      )}
      {taking.isError && <FormTrouble error={taking.error} />}
      {adding && <ProcessForm close={() => setAdding(false)} />}
    </>
  )
}
