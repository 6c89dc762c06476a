import type { ListEdition, ListEntry, YearLists } from '@otklik/model/certification/api'
import type { ObjectKind, ListState } from '@otklik/model/certification'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRegions } from '../../register/use-regions.ts'
import { type Translate, useLanguage } from '../../shared/i18n/index.ts'

type Year = NonNullable<ListEntry['year']>
export type Argument = Year['admission']['reasons'][number]
type Deadline = YearLists['deadlines'][number]

const DEADLINES = [
  'services_told',
  'single_drafted',
  'year_published',
  'remarks_sent',
  'year_approved',
  'year_updated',
] as const
const ARGUMENTS = [
  'self_check',
  'certificate_ends',
  'no_self_check',
  'low_self_check',
  'form_not_online',
  'form_not_remote',
  'ending',
  'road_map_failed',
  'no_contacts',
  'no_access',
] as const

export interface ListWords {
  kind(kind: ObjectKind): string
  state(state: ListState): string
  /** «Перечень 2027 года, редакция № 2» */
  edition(edition: Pick<ListEdition, 'kind' | 'year' | 'number'>): string
  deadline(deadline: Deadline): string
  /** Why an object is in or out. What was approved is said as it was then; in another language, by what was known of it. */
  argument(argument: Argument, facts: Year['facts'], year: number | null): string
}

export function useListWords(): ListWords {
  const { t } = useTranslation()
  const language = useLanguage()
  return useMemo(
    () => ({
      kind: (kind) => t(`lists.kind_${kind}`),
      state: (state) => t(`lists.state_${state}`),
      edition: ({ year, number }) =>
        year === null ? t('lists.singleEdition', { number }) : t('lists.yearEdition', { year, number }),
      deadline: ({ code, text }) => {
        const known = DEADLINES.find((one) => one === code)
        return known === undefined ? text : t(`lists.deadline_${known}`)
      },
      argument: (argument, facts, year) => (language === 'ru' ? argument.text : translated(argument, facts, year, t)),
    }),
    [t, language],
  )
}

function translated({ code, text }: Argument, facts: Year['facts'], year: number | null, t: Translate): string {
  const known = ARGUMENTS.find((one) => one === code)
  if (known === undefined) return text
  const { ending, selfCheck } = facts
  return t(`lists.argument_${known}`, {
    letter: selfCheck,
    year,
    ...(ending === null
      ? {}
      : { way: t(`lists.way_${ending.way}`), when: t(`lists.when_${ending.when}`), act: ending.act }),
  })
}

/** Regions by name, as far as the register is open to the person. */
export function useRegionNames(): (code: string | null) => string {
  const { t } = useTranslation()
  const regions = useRegions()
  const names = useMemo(() => new Map(regions.map(({ id, name }) => [id, name])), [regions])
  return useCallback((code) => (code === null ? t('service.federal') : (names.get(code) ?? code)), [names, t])
}
