import { type Campaign, type CampaignLive, readCampaignLive } from '@otklik/model/surveys/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { asked } from '../../../shared/api/queries.ts'
import { useFormat } from '../../../shared/i18n/index.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Asked, Empty } from '../../../shared/ui/states.tsx'
import { EVERY_MS } from '../../campaigns/campaigns.tsx'
import { DayBars } from './day-bars.tsx'
import { LiveTables } from './live-tables.tsx'

/** How the campaign goes, renewed while the page is open. */
export function Live({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery({
    ...asked(readCampaignLive, { params: { code: campaign.code } }),
    refetchInterval: EVERY_MS,
  })
  return (
    <Asked query={query}>
      {(live) =>
        live.opened === 0 && live.n === 0 ? (
          <Empty title={t('campaign.noAnswers')} text={t('campaign.noAnswersText')} />
        ) : (
          <div className="stack">
            <section className="panel stack" aria-label={t('campaign.now')}>
              <div className="row-ends">
                <h2>{t('campaign.now')}</h2>
                <span className="dim num">{t('campaign.updated', { at: format.clock(query.dataUpdatedAt) })}</span>
              </div>
              <LiveFacts live={live} />
              <DayBars days={live.days} />
            </section>
            <LiveTables live={live} />
          </div>
        )
      }
    </Asked>
  )
}

function LiveFacts({ live }: { readonly live: CampaignLive }) {
  const { t } = useTranslation()
  const format = useFormat()
  const of = live.target === null ? null : t('campaign.ofTarget', { target: format.count(live.target) })
  return (
    <Facts
      facts={[
        { name: t('surveys.n'), value: [format.count(live.n), of].filter((part) => part !== null).join(' ') },
        { name: t('surveys.today'), value: format.count(live.today) },
        { name: t('campaign.opened'), value: format.count(live.opened) },
        { name: t('surveys.completion'), value: live.completion === null ? null : format.percent(live.completion) },
        { name: t('campaign.screened'), value: live.screened === 0 ? null : format.count(live.screened) },
        {
          name: t('campaign.minutes'),
          value:
            live.medianMinutes === null
              ? null
              : t('campaign.minutesValue', { minutes: format.number(live.medianMinutes, 1) }),
        },
      ]}
    />
  )
}
