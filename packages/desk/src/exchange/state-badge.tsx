import type { PackageState } from '@otklik/model/exchange/api'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconCopy,
  IconFileX,
  IconLoader2,
  IconPlugConnectedX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './state-badge.module.css'

const ICONS = {
  waiting: IconClock,
  working: IconLoader2,
  accepted: IconCircleCheck,
  partly: IconAlertTriangle,
  refused: IconCircleX,
  already_received: IconCopy,
  failed: IconPlugConnectedX,
  withdrawn: IconFileX,
} as const

export function StateBadge({ state }: { readonly state: PackageState }) {
  const { t } = useTranslation()
  const Icon = ICONS[state]
  return (
    <span className={classes.badge} data-state={state}>
      <Icon size={16} aria-hidden />
      {t(`packageStates.${state}`)}
    </span>
  )
}
