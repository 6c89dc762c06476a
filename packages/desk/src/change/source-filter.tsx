import { NativeSelect } from '@mantine/core'
import { ALL_SOURCES, type Source, SOURCES } from '@otklik/model/change'
import { useTranslation } from 'react-i18next'

interface SourceFilterProps {
  readonly source: Source | undefined
  readonly change: (source: Source | undefined) => void
}

/** Narrows to what came from one kind of source. */
export function SourceFilter({ source, change }: SourceFilterProps) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      aria-label={t('statements.source')}
      value={source ?? ''}
      data={[
        { value: '', label: t('statements.allSources') },
        ...ALL_SOURCES.map((one) => ({ value: one, label: SOURCES[one] })),
      ]}
      onChange={({ currentTarget: { value } }) => change(ALL_SOURCES.find((one) => one === value))}
    />
  )
}
