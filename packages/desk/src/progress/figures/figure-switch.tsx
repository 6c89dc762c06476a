import { SegmentedControl } from '@mantine/core'
import type { Figure } from '@otklik/model/progress/api'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FIGURES } from './figures.ts'

/** Which figure the chart and the table are about; the choice stands in the address. */
export function FigureSwitch({ figure }: { readonly figure: Figure }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <SegmentedControl
      className="no-print"
      style={{ justifySelf: 'start' }}
      aria-label={t('figures.choose')}
      value={figure}
      onChange={(value) => {
        const chosen = FIGURES.find((name) => name === value)
        void navigate({ to: '.', search: (before) => ({ ...before, figure: chosen }), resetScroll: false })
      }}
      data={FIGURES.map((name) => ({ value: name, label: t(`figures.short_${name}`) }))}
    />
  )
}
