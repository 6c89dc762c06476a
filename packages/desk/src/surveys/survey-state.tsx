import type { CampaignState, LinkState, VersionState } from '@otklik/model/surveys'
import {
  IconCircleCheck,
  IconCircleX,
  IconFileX,
  IconFlag,
  IconLink,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './survey-state.module.css'

const ICONS = {
  draft: IconPencil,
  running: IconPlayerPlay,
  paused: IconPlayerPause,
  ended: IconFlag,
  published: IconCircleCheck,
  withdrawn: IconFileX,
  open: IconLink,
  closed: IconCircleX,
} as const

/** Where a campaign, a link or a version stands, by shape and word as well as by colour. */
export function SurveyState({ state }: { readonly state: CampaignState | LinkState | VersionState }) {
  const { t } = useTranslation()
  const Icon = ICONS[state]
  return (
    <span className={classes.badge} data-state={state}>
      <Icon size={16} aria-hidden />
      {t(`surveys.state_${state}`)}
    </span>
  )
}
