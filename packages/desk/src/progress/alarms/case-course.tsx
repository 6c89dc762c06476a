import { INDICATORS } from '@otklik/model/indicators'
import type { AlarmCase } from '@otklik/model/progress/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import classes from './case-list.module.css'

/** How the case went, month by month, and the rule of the document that makes it one. */
export function CaseCourse({ one }: { readonly one: AlarmCase }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const kind = one.figure === 'csi' ? 'fall' : 'growth'
  const rule = INDICATORS[one.figure]
  return (
    <p className="dim small">
      {t('cases.course')}{' '}
      {one.course.map(({ month, what }, at) => (
        <span key={month} className={classes.step}>
          {at > 0 && ' → '}
          {t(`cases.${kind}_${what}`)} – {format.month(month)}
        </span>
      ))}
      {'. '}
      <span title={i18n.language === 'ru' ? rule.source : undefined}>
        {t('cases.rule', { count: one.alarms.length })} {t(`cases.rule_${kind}`)}
      </span>
    </p>
  )
}
