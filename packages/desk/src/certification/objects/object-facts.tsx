import type { CertificationObject } from '@otklik/model/certification/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { validityText } from '../certificate.ts'
import { useListWords, useRegionNames } from '../lists/list-words.ts'

type Described = Omit<CertificationObject, 'version' | 'removed' | 'category'> & Partial<CertificationObject>

/** Everything that is known of an object, to read. */
export function ObjectFacts({ object }: { readonly object: Described }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useListWords()
  const region = useRegionNames()
  const { id, kind, authority, service, address, level, removed } = object
  const why = removed === null || removed === undefined ? null : `${removed.reason} (${format.instant(removed.at)})`
  return (
    <Facts
      facts={[
        { name: t('objects.removed'), value: why },
        { name: '№', value: id },
        { name: t('lists.kind'), value: words.kind(kind) },
        { name: t('filters.authority'), value: authority ?? t('lists.noAuthority') },
        { name: t('filters.region'), value: region(object.region) },
        { name: t('service.number'), value: service },
        { name: t('lists.address'), value: <Address address={address} /> },
        { name: t('lists.level'), value: level === null ? null : format.level(level) },
        { name: t('lists.certificate'), value: validityText(object, format) },
      ]}
    />
  )
}

/** Nothing but an address of a site becomes a link. */
function Address({ address }: { readonly address: string | null }) {
  const { t } = useTranslation()
  if (address === null) return t('lists.noAddress')
  if (!/^https?:\/\//i.test(address)) return address
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {address}
    </a>
  )
}
