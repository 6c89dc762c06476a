import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconHourglass,
  IconPencil,
  IconSend,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from '../lists/list-state.module.css'
import type { Stage } from './board-search.ts'

const ICONS = {
  not_begun: IconCircleDashed,
  assessing: IconPencil,
  on_review: IconHourglass,
  fixed: IconCircleCheck,
  sent: IconSend,
  excluded: IconCircleMinus,
} as const
/** The looks that states of lists have. */
const LOOKS = {
  not_begun: 'withdrawn',
  assessing: 'draft',
  on_review: 'on_approval',
  fixed: 'approved',
  sent: 'approved',
  excluded: 'withdrawn',
} as const

/** Where the certification of an object stands, by shape and word as well as by colour. */
export function StageBadge({ stage }: { readonly stage: Stage }) {
  const { t } = useTranslation()
  const Icon = ICONS[stage]
  return (
    <span className={classes.badge} data-state={LOOKS[stage]}>
      <Icon size={16} aria-hidden />
      {t(`certifying.stage_${stage}`)}
    </span>
  )
}
