import { type Leader, readLeader } from '@otklik/model/progress/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { FilterBar } from '../../shared/filters/filter-bar.tsx'
import { useSlice } from '../../shared/filters/use-slice.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { useNames } from '../../shared/i18n/names.ts'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { Changed, Contacts, Late, Worst } from './leader-parts.tsx'
import classes from './leader.module.css'

/** One screen, and one sheet of paper, for whoever has five minutes. */
export function LeaderScreen() {
  const { t } = useTranslation()
  const word = useNames('leader')
  const format = useFormat()
  const slice = useSlice()
  const query = useQuery({ ...asked(readLeader, { query: slice }), placeholderData: (before) => before })
  const { data } = query
  const about =
    data &&
    t('leaderFacts.about', {
      period: format.period(data.period.from, data.period.to),
      previous: format.period(data.previous.from, data.previous.to),
    })
  return (
    <Page place={t('nav.leader')} title={word('title')} about={about}>
      <FilterBar without={['service', 'subservice', 'office', 'channel']} period={data?.period} />
      <Asked query={query} lines={12}>
        {(given) => <LeaderBody leader={given} />}
      </Asked>
    </Page>
  )
}

function LeaderBody({ leader }: { readonly leader: Leader }) {
  const word = useNames('leader')
  const { sentences, worst, changed, late, contacts } = leader
  if (worst.length + changed.length === 0 && leader.late.packages.missing === 0)
    return <Empty title={word('empty')} text={word('emptyText')} />
  return (
    <div className={classes.sheet}>
      <section className={`panel ${classes.whole}`}>
        {sentences.map((sentence) => (
          <p key={sentence} className={classes.sentence}>
            {sentence}
          </p>
        ))}
      </section>
      <Worst rows={worst} />
      <Changed rows={changed} />
      <Late late={late} />
      <Contacts rows={contacts} />
    </div>
  )
}
