import { Anchor, Button } from '@mantine/core'
import { type CampaignLink, printPosters } from '@otklik/model/surveys/api'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../../shared/api/call.ts'
import { useFormat } from '../../../shared/i18n/index.ts'
import type { Column } from '../../../shared/table/columns.ts'
import { SurveyState } from '../../survey-state.tsx'

/** The links of a campaign; `change` closes or opens one, null: the person may not. */
export function useLinkColumns(
  campaign: string,
  change: ((link: CampaignLink) => void) | null,
): Column<CampaignLink>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(() => {
    const poster = (link: string) => urlOf(printPosters, { params: { code: campaign }, query: { format: 'pdf', link } })
    const url: Column<CampaignLink> = {
      id: 'url',
      title: t('campaign.url'),
      wide: true,
      value: ({ url }) => url,
      show: ({ url }) => (
        <a href={url} target="_blank" rel="noreferrer">
          {url}
        </a>
      ),
    }
    const columns: Column<CampaignLink>[] = [
      { id: 'office', title: t('campaign.office'), wide: true, value: ({ office }) => office?.name ?? null },
      { id: 'service', title: t('campaign.service'), wide: true, value: ({ service }) => service?.name ?? null },
      { id: 'channel', title: t('campaign.channel'), value: ({ channel }) => t(`surveys.channel_${channel}`) },
      { id: 'n', title: t('surveys.n'), figures: true, value: ({ n }) => n, show: ({ n }) => format.count(n) },
      {
        id: 'state',
        title: t('surveys.state'),
        value: ({ state }) => t(`surveys.state_${state}`),
        show: ({ state, closed }) => (
          <span title={closed?.reason}>
            <SurveyState state={state} />
          </span>
        ),
      },
      {
        id: 'poster',
        title: t('campaign.poster'),
        picture: true,
        unsorted: true,
        value: () => null,
        show: ({ code }) => (
          <Anchor href={poster(code)} download aria-label={t('campaign.posterOf', { code })}>
            PDF
          </Anchor>
        ),
      },
    ]
    if (change === null) return [...columns, url]
    return [
      ...columns,
      {
        id: 'change',
        title: t('campaign.linkChange'),
        picture: true,
        unsorted: true,
        value: () => null,
        show: (link) => (
          <Button
            size="xs"
            variant="default"
            aria-label={`${t(`campaign.link_${link.state}`)}: ${link.code}`}
            onClick={() => change(link)}
          >
            {t(`campaign.link_${link.state}`)}
          </Button>
        ),
      },
      url,
    ]
  }, [t, format, campaign, change])
}
