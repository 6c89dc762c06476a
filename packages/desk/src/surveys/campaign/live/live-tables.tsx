import type { CampaignLive } from '@otklik/model/surveys/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../shared/i18n/index.ts'
import { SmallTable } from '../../../shared/table/small-table.tsx'

/** Where answers come from, where people leave, what is full. */
export function LiveTables({ live }: { readonly live: CampaignLive }) {
  const { t } = useTranslation()
  const { count, percent } = useFormat()
  const figure = (title: string) => ({ title, figures: true })
  const share = (part: number, whole: number) => (whole === 0 ? null : percent((100 * part) / whole))
  const came = [figure(t('surveys.n')), figure(t('surveys.today'))]
  return (
    <>
      <div className="columns-wide">
        <section className="panel">
          <SmallTable
            title={t('campaign.channels')}
            head={[{ title: t('campaign.channel') }, ...came]}
            rows={live.channels.map(({ channel, n, today }) => ({
              key: channel,
              cells: [t(`surveys.channel_${channel}`), count(n), count(today)],
            }))}
          />
        </section>
        {live.quotas.length > 0 && (
          <section className="panel">
            <SmallTable
              title={t('surveys.quotas')}
              head={[{ title: t('campaign.quotaName') }, figure(t('surveys.n')), figure(t('surveys.quotaLimit'))]}
              rows={live.quotas.map(({ title, n, limit }) => ({
                key: title,
                cells: [n >= limit ? t('campaign.full', { title }) : title, count(n), count(limit)],
              }))}
            />
          </section>
        )}
      </div>
      <section className="panel">
        <SmallTable
          title={t('campaign.leaving')}
          head={[
            { title: t('campaign.page') },
            figure(t('campaign.shown')),
            figure(t('campaign.left')),
            figure(t('campaign.leftShare')),
          ]}
          rows={live.pages.map(({ page, title, shown, left }) => ({
            key: page,
            cells: [title, count(shown), count(left), share(left, shown)],
          }))}
        />
      </section>
      <section className="panel">
        <SmallTable
          title={t('campaign.byLink')}
          head={[
            { title: t('campaign.office') },
            { title: t('campaign.service') },
            { title: t('campaign.channel') },
            ...came,
          ]}
          rows={live.links.map(({ code, office, service, channel, n, today }) => ({
            key: code,
            cells: [office?.name, service?.name, t(`surveys.channel_${channel}`), count(n), count(today)],
          }))}
        />
      </section>
    </>
  )
}
