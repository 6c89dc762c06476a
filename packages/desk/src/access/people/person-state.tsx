import type { PersonState } from '@otklik/model/access/api'
import { IconCircleCheck, IconCircleX, IconMailForward } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './person-state.module.css'

const ICONS = { active: IconCircleCheck, invited: IconMailForward, deactivated: IconCircleX } as const

/** Whether a person can come in, by shape and word as well as by colour. */
export function PersonStateBadge({ state }: { readonly state: PersonState }) {
  const { t } = useTranslation()
  const Icon = ICONS[state]
  return (
    <span className={classes.badge} data-state={state}>
      <Icon size={16} aria-hidden />
      {t(`people.state_${state}`)}
    </span>
  )
}
