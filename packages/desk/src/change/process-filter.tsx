import { NativeSelect } from '@mantine/core'
import { listProcesses } from '@otklik/model/change/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { asked } from '../shared/api/queries.ts'

interface ProcessFilterProps {
  readonly process: string | undefined
  readonly change: (process: string | undefined) => void
}

/** Narrows to one process; all of them otherwise. */
export function ProcessFilter({ process, change }: ProcessFilterProps) {
  const { t } = useTranslation()
  const { data } = useQuery(asked(listProcesses, {}))
  return (
    <NativeSelect
      aria-label={t('pains.process')}
      value={process ?? ''}
      data={[
        { value: '', label: t('pains.allProcesses') },
        ...(data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      style={{ maxWidth: 420, minWidth: 0 }}
      onChange={({ currentTarget: { value } }) => change(value === '' ? undefined : value)}
    />
  )
}
