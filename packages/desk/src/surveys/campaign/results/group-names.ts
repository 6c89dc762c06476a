import { ALL_CHANNELS } from '@otklik/model/surveys'
import { type Campaign, listLinks } from '@otklik/model/surveys/api'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../../shared/api/queries.ts'
import type { FormWords } from '../../form-words.ts'
import { languageName } from '../../language-name.ts'

/** The groups that results are compared by, as people call them: services, offices, channels, options. */
export function useGroupNames(campaign: Campaign, by: string | undefined, words: FormWords | undefined) {
  const { t } = useTranslation()
  const needed = by === 'service' || by === 'office'
  const links = useQuery({
    ...asked(listLinks, { params: { code: campaign.code }, query: { limit: 1000 } }),
    enabled: needed,
  })
  const { data } = links
  return useCallback(
    (value: string): string => {
      const channel = ALL_CHANNELS.find((one) => one === value)
      if (by === 'channel' && channel !== undefined) return t(`surveys.channel_${channel}`)
      if (by === 'language') return languageName(value)
      if (by === 'service' || by === 'office') {
        const linked = (data?.rows ?? []).map((link) => link[by])
        const known = [...(by === 'service' ? campaign.services : campaign.offices), ...linked]
        return known.find((one) => one?.id === value)?.name ?? value
      }
      return by === undefined ? value : (words?.option(by, value) ?? value)
    },
    [by, campaign, data, words, t],
  )
}
