import { Button, NativeSelect, TextInput } from '@mantine/core'
import { ALL_CHANNELS } from '@otklik/model/surveys'
import type { Campaign } from '@otklik/model/surveys/api'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { languageName } from '../../language-name.ts'
import { NARROWING, type Narrowing, readCampaignSearch } from '../campaign-search.ts'
import { useSources } from './group-names.ts'

const route = getRouteApi('/desk/surveys/$campaign')

type Side = 'ofService' | 'ofOffice' | 'ofChannel' | 'ofLanguage'

/** What results and single answers are narrowed by; all of it stands in the address. */
export function NarrowResults({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation()
  const search = readCampaignSearch({ ...route.useSearch() })
  const navigate = route.useNavigate()
  const { services, offices } = useSources(campaign, true)
  const set = (change: { [K in keyof Narrowing]: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change, offset: undefined }), resetScroll: false })
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }))
  const sides: readonly [Side, { value: string; label: string }[]][] = [
    ['ofService', named(services)],
    ['ofOffice', named(offices)],
    ['ofChannel', ALL_CHANNELS.map((one) => ({ value: one, label: t(`surveys.channel_${one}`) }))],
    ['ofLanguage', campaign.languages.map((one) => ({ value: one, label: languageName(one) }))],
  ]
  return (
    <search className="row no-print" aria-label={t('filters.title')} style={{ alignItems: 'end' }}>
      {(['since', 'until'] as const).map((name) => (
        <TextInput
          key={name}
          type="date"
          label={t(`results.${name}`)}
          value={search[name] ?? ''}
          onChange={({ currentTarget: { value } }) => set({ [name]: value === '' ? undefined : value })}
        />
      ))}
      {sides
        .filter(([name, choices]) => choices.length > 1 || search[name] !== undefined)
        .map(([name, choices]) => (
          <NativeSelect
            key={name}
            style={{ flex: '1 1 180px', maxWidth: 320, minWidth: 0 }}
            aria-label={t(`results.${name}`)}
            value={search[name] ?? ''}
            data={[{ value: '', label: t(`results.${name}_any`) }, ...withChosen(choices, search[name])]}
            onChange={({ currentTarget: { value } }) => set({ [name]: value === '' ? undefined : value })}
          />
        ))}
      {NARROWING.some((name) => search[name] !== undefined) && (
        <Button variant="subtle" onClick={() => set(NOTHING)}>
          {t('filters.reset')}
        </Button>
      )}
    </search>
  )
}

const NOTHING = {
  since: undefined,
  until: undefined,
  ofService: undefined,
  ofOffice: undefined,
  ofChannel: undefined,
  ofLanguage: undefined,
}

/** A link must show what it filters by, even where nothing knows it any more. */
const withChosen = (choices: { value: string; label: string }[], chosen: string | undefined) =>
  chosen === undefined || choices.some(({ value }) => value === chosen)
    ? choices
    : [...choices, { value: chosen, label: chosen }]
