import type { ListEntry } from '@otklik/model/certification/api'
import { useTranslation } from 'react-i18next'
import { useListWords } from '../lists/list-words.ts'
import classes from './edition.module.css'

type Year = NonNullable<ListEntry['year']>

interface ArgumentListProps {
  readonly facts: Year['facts']
  /** Lists that are only shown come from the rule of the model as well as from the server. */
  readonly admission: { readonly admitted: boolean; readonly grounds: Arguments; readonly reasons: Arguments }
  readonly year: number | null
}
type Arguments = readonly { readonly code: string; readonly point: string; readonly text: string }[]

/** Why an object is in the list, or each reason why it is not, with the point that says so. */
export function ArgumentList({ facts, admission, year }: ArgumentListProps) {
  const { t } = useTranslation()
  const words = useListWords()
  const shown = admission.admitted ? admission.grounds : admission.reasons
  return (
    <ul className={classes.reasons}>
      {shown.map((one) => (
        <li key={one.code}>
          {words.argument(one, facts, year)} <span className="dim num">{t('lists.point', { point: one.point })}</span>
        </li>
      ))}
    </ul>
  )
}
