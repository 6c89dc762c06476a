import type { ListState } from '@otklik/model/certification'
import {
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleMinus,
  IconFileX,
  IconHourglass,
  IconPencil,
  IconSpeakerphone,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './list-state.module.css'
import { useListWords } from './list-words.ts'

const ICONS = {
  draft: IconPencil,
  published: IconSpeakerphone,
  on_approval: IconHourglass,
  approved: IconCircleCheck,
  returned: IconArrowBackUp,
  withdrawn: IconFileX,
} as const

/** Where an edition stands, by shape and word as well as by colour. */
export function ListStateBadge({ state }: { readonly state: ListState }) {
  const words = useListWords()
  const Icon = ICONS[state]
  return (
    <span className={classes.badge} data-state={state}>
      <Icon size={16} aria-hidden />
      {words.state(state)}
    </span>
  )
}

/** Whether an object is in the list of the year. */
export function AdmittedBadge({ admitted }: { readonly admitted: boolean }) {
  const { t } = useTranslation()
  const Icon = admitted ? IconCircleCheck : IconCircleMinus
  return (
    <span className={classes.badge} data-state={admitted ? 'in' : 'out'}>
      <Icon size={16} aria-hidden />
      {t(admitted ? 'lists.in' : 'lists.out')}
    </span>
  )
}
