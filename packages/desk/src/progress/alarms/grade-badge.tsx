import type { AlarmGrade } from '@otklik/model/progress/api'
import { IconAlertTriangleFilled, IconCircleDashed, IconCircleHalf2, IconHelpCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './grade-badge.module.css'

/** Shape, word and colour: any one of them is enough. */
const ICONS = {
  confirmed: IconAlertTriangleFilled,
  likely: IconCircleHalf2,
  maybe_chance: IconHelpCircle,
  little_data: IconCircleDashed,
} as const

export function GradeBadge({ grade }: { readonly grade: AlarmGrade }) {
  const { t } = useTranslation()
  const Icon = ICONS[grade]
  return (
    <span className={classes.badge} data-grade={grade}>
      <Icon size={15} aria-hidden />
      {t(`grades.${grade}`)}
    </span>
  )
}
