import { Button, NativeSelect } from '@mantine/core'
import { ALL_CHANNELS, type Channel } from '@otklik/model/surveys'
import { type Campaign, makeLinks } from '@otklik/model/surveys/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../shared/api/call.ts'
import { useFormat } from '../../../shared/i18n/index.ts'
import { FormDialog } from '../../../shared/ui/form-dialog.tsx'
import { SubjectSelect } from '../../campaigns/subject-select.tsx'
import { languageName } from '../../language-name.ts'

/** Links of the address itself have a channel of their own. */
const CHANNELS = ALL_CHANNELS.filter((channel) => channel !== 'open')

interface MakeLinksProps {
  readonly campaign: Campaign
  readonly close: () => void
}

type Sides = 'none' | 'all' | 'some'

/** Links for services and offices at once, all or some of them; what is there already stays. */
export function MakeLinks({ campaign, close }: MakeLinksProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [services, setServices] = useState<'all' | string[]>([])
  const [offices, setOffices] = useState<'all' | string[]>('all')
  const [channel, setChannel] = useState<Channel>('qr')
  const [language, setLanguage] = useState('')
  const body = { services, offices, channel, language: language === '' ? null : language }
  return (
    <FormDialog
      title={t('campaign.makeLinks')}
      action={t('campaign.make')}
      save={() => call(makeLinks, { params: { code: campaign.code }, body })}
      close={close}
      after={({ made, existed }) => (
        <div className="stack">
          <p role="status" style={{ margin: 0 }}>
            {t('campaign.made', { made: format.count(made), existed: format.count(existed) })}
          </p>
          <div>
            <Button data-autofocus onClick={close}>
              {t('actions.close')}
            </Button>
          </div>
        </div>
      )}
    >
      <p style={{ margin: 0 }}>{t('campaign.makeText')}</p>
      <Side kind="offices" campaign={campaign} initial="all" change={setOffices} />
      <Side kind="services" campaign={campaign} initial="none" change={setServices} />
      <NativeSelect
        label={t('campaign.channel')}
        value={channel}
        data={CHANNELS.map((one) => ({ value: one, label: t(`surveys.channel_${one}`) }))}
        onChange={({ currentTarget: { value } }) => setChannel(CHANNELS.find((one) => one === value) ?? 'qr')}
      />
      {campaign.languages.length > 1 && (
        <NativeSelect
          label={t('campaign.language')}
          value={language}
          data={[
            { value: '', label: t('campaign.languageChosen') },
            ...campaign.languages.map((one) => ({ value: one, label: languageName(one) })),
          ]}
          onChange={({ currentTarget: { value } }) => setLanguage(value)}
        />
      )}
    </FormDialog>
  )
}

interface SideProps {
  readonly kind: 'services' | 'offices'
  readonly campaign: Campaign
  readonly initial: Sides
  readonly change: (chosen: 'all' | string[]) => void
}

const SIDES = ['none', 'all', 'some'] as const satisfies readonly Sides[]

/** Whether links are made apart by this side: for none, for all, for those chosen. */
function Side({ kind, campaign, initial, change }: SideProps) {
  const { t } = useTranslation()
  const [side, setSide] = useState<Sides>(initial)
  const [chosen, setChosen] = useState<string[]>([])
  const own = campaign[kind]
  const choose = (next: Sides) => {
    setSide(next)
    change(next === 'all' ? 'all' : next === 'some' ? chosen : [])
  }
  return (
    <>
      <NativeSelect
        label={t(`campaign.by_${kind}`)}
        value={side}
        data={SIDES.map((one) => ({ value: one, label: t(`campaign.by_${kind}_${one}`) }))}
        onChange={({ currentTarget: { value } }) => choose(SIDES.find((one) => one === value) ?? 'none')}
      />
      {side === 'some' && (
        <SubjectSelect
          kind={kind}
          label={t(`campaign.chosen_${kind}`)}
          placeholder={t('surveys.subjectChoose')}
          authority={campaign.authority.id}
          among={own.length > 0 ? own : undefined}
          known={own}
          value={chosen}
          change={(ids) => {
            setChosen(ids)
            change(ids)
          }}
        />
      )}
    </>
  )
}
