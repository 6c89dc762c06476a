import { Tabs } from '@mantine/core'
import { type Campaign, readCampaign } from '@otklik/model/surveys/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { asked } from '../../shared/api/queries.ts'
import { sliceOf } from '../../shared/filters/slice.ts'
import { Page } from '../../shared/ui/page.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { usePeriodText } from '../campaigns/period-text.ts'
import { SurveyState } from '../survey-state.tsx'
import { Answers } from './answers/answers.tsx'
import { CampaignActions } from './campaign-actions.tsx'
import { CAMPAIGN_TABS, type CampaignTab, readCampaignSearch } from './campaign-search.ts'
import { Collect } from './collect/collect.tsx'
import { Live } from './live/live.tsx'
import { Results } from './results/results.tsx'
import { CampaignTexts } from './campaign-texts.tsx'

const route = getRouteApi('/desk/surveys/$campaign')

/** One campaign: how people come to it, how it goes, what came of it. */
export function CampaignScreen() {
  const { t } = useTranslation()
  const { campaign: code } = route.useParams()
  const query = useQuery(asked(readCampaign, { params: { code } }))
  const { data } = query
  const periodText = usePeriodText()
  return (
    <Page
      place={
        <Link to="/surveys" search={sliceOf}>
          {t('nav.surveys')}
        </Link>
      }
      title={data?.name ?? t('campaign.title')}
      about={data && `${data.authority.name} · ${t('surveys.titleVersion', data.questionnaire)} · ${periodText(data)}`}
      actions={data && <CampaignActions campaign={data} />}
    >
      <Asked query={query} lines={10}>
        {(campaign) => (
          <>
            <SurveyState state={campaign.state} />
            <CampaignTabs campaign={campaign} />
          </>
        )}
      </Asked>
    </Page>
  )
}

function CampaignTabs({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation()
  const may = useMay()
  const { tab = 'collect' } = readCampaignSearch({ ...route.useSearch() })
  const navigate = route.useNavigate()
  const open = CAMPAIGN_TABS.filter((one) => one !== 'answers' || may('answers.read'))
  return (
    <Tabs
      value={tab}
      onChange={(value) =>
        void navigate({ search: (before) => ({ ...sliceOf(before), ...readCampaignSearch({ tab: value }) }) })
      }
      keepMounted={false}
    >
      <Tabs.List>
        {open.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`campaign.tab_${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab} pt="md">
        <Shown tab={tab} campaign={campaign} />
      </Tabs.Panel>
    </Tabs>
  )
}

function Shown({ tab, campaign }: { readonly tab: CampaignTab; readonly campaign: Campaign }) {
  if (tab === 'live') return <Live campaign={campaign} />
  if (tab === 'results') return <Results campaign={campaign} />
  if (tab === 'texts') return <CampaignTexts campaign={campaign} />
  return tab === 'answers' ? <Answers campaign={campaign} /> : <Collect campaign={campaign} />
}
