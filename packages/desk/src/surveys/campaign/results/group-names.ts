import { ALL_CHANNELS } from '@otklik/model/surveys'
import { type Campaign, listLinks } from '@otklik/model/surveys/api'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../../shared/api/queries.ts'
import type { FormWords } from '../../form-words.ts'
import { languageName } from '../../language-name.ts'

/** The services and offices that the campaign names or its links have, each once. */
export function useSources(campaign: Campaign, needed: boolean) {
  const { data } = useQuery({
    ...asked(listLinks, { params: { code: campaign.code }, query: { limit: 1000 } }),
    enabled: needed,
  })
  return useMemo(() => {
    const linked = data?.rows ?? []
    const once = (all: readonly { id: string; name: string }[]) => [
      ...new Map(all.map((one) => [one.id, one])).values(),
    ]
    return {
      services: once([...campaign.services, ...linked.flatMap(({ service }) => service ?? [])]),
      offices: once([...campaign.offices, ...linked.flatMap(({ office }) => office ?? [])]),
    }
  }, [campaign, data])
}

/** The groups that results are compared by, as people call them: services, offices, channels, options. */
export function useGroupNames(campaign: Campaign, by: string | undefined, words: FormWords | undefined) {
  const { t } = useTranslation()
  const { services, offices } = useSources(campaign, by === 'service' || by === 'office')
  return useCallback(
    (value: string): string => {
      const channel = ALL_CHANNELS.find((one) => one === value)
      if (by === 'channel' && channel !== undefined) return t(`surveys.channel_${channel}`)
      if (by === 'language') return languageName(value)
      if (by === 'service' || by === 'office') {
        const known = by === 'service' ? services : offices
        return known.find((one) => one.id === value)?.name ?? value
      }
      return by === undefined ? value : (words?.option(by, value) ?? value)
    },
    [by, services, offices, words, t],
  )
}
