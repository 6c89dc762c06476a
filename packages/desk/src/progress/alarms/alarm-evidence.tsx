import { isMean } from '@otklik/model/indicators'
import type { Alarm } from '@otklik/model/progress/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { alarmFiles } from './alarm-files.ts'
import { useReadingText } from '../figures/reading-text.ts'

/** The months that raised the alarm, and every test with what it says. */
export function AlarmEvidence({ alarm }: { readonly alarm: Alarm }) {
  const files = (table: 'values' | 'evidence') => alarmFiles({ state: 'all', id: alarm.id, table })
  const { t } = useTranslation()
  const format = useFormat()
  const say = useReadingText()
  const pooled = alarm.values.some(({ from }) => from !== undefined)
  return (
    <div className="columns-wide">
      <SmallTable
        title={t('alarms.values')}
        files={files('values')}
        head={[
          { title: t(pooled ? 'filters.period' : 'figures.month') },
          { title: t('figures.value'), figures: true },
          { title: t(isMean(alarm.figure) ? 'alarms.sum' : 'alarms.numerator'), figures: true },
          { title: t('alarms.denominator'), figures: true },
        ]}
        rows={alarm.values.map(({ from, month, value, numerator, denominator }) => ({
          // A month with few ratings stands twice: by itself and together with those before it.
          key: `${from ?? ''} ${month}`,
          cells: [
            from === undefined ? format.month(month) : format.period(from, month),
            say.value(value, alarm.figure),
            format.count(numerator),
            format.count(denominator),
          ],
        }))}
      />
      <SmallTable
        title={t('alarms.tests')}
        files={files('evidence')}
        head={[{ title: t('alarms.test') }, { title: t('figures.value') }, { title: t('alarms.meaning') }]}
        rows={alarm.evidence.map(({ name, value, explanation }) => ({ key: name, cells: [name, value, explanation] }))}
      />
    </div>
  )
}
