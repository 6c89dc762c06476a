import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { ALL_CHANNELS, type Channel } from '@otklik/model/surveys'
import { type Campaign, makeLinks } from '@otklik/model/surveys/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../shared/api/call.ts'
import { useFormat } from '../../../shared/i18n/index.ts'
import { FormDialog } from '../../../shared/ui/form-dialog.tsx'
import { languageName } from '../../language-name.ts'

/** Links of the address itself have a channel of their own. */
const CHANNELS = ALL_CHANNELS.filter((channel) => channel !== 'open')

interface MakeLinksProps {
  readonly campaign: Campaign
  readonly close: () => void
}

/** Links for all services and offices at once; what is there already stays. */
export function MakeLinks({ campaign, close }: MakeLinksProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [services, setServices] = useState(false)
  const [offices, setOffices] = useState(true)
  const [channel, setChannel] = useState<Channel>('qr')
  const [language, setLanguage] = useState('')
  const body = {
    services: services ? ('all' as const) : [],
    offices: offices ? ('all' as const) : [],
    channel,
    language: language === '' ? null : language,
  }
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
      <Checkbox
        label={t('campaign.byOffice')}
        checked={offices}
        onChange={({ currentTarget }) => setOffices(currentTarget.checked)}
      />
      <Checkbox
        label={t('campaign.byService')}
        checked={services}
        onChange={({ currentTarget }) => setServices(currentTarget.checked)}
      />
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
