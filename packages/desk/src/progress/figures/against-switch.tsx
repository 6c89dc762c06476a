import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useChangeSlice, useSlice } from '../../shared/filters/use-slice.ts'

/** What the period is held against; stands in the address like every filter. */
export function AgainstSwitch() {
  const { t } = useTranslation()
  const { versus: against = 'last-year' } = useSlice()
  const change = useChangeSlice()
  return (
    <div className="row no-print">
      <SegmentedControl
        aria-label={t('why.against')}
        value={against}
        onChange={(value) => change({ versus: value === 'before' ? 'before' : undefined })}
        data={[
          { value: 'last-year', label: t('figures.againstYear') },
          { value: 'before', label: t('figures.againstBefore') },
        ]}
      />
    </div>
  )
}
