import type { ListEntry } from '@otklik/model/certification/api'
import { useTranslation } from 'react-i18next'
import { Facts } from '../../shared/ui/facts.tsx'

/** What was known of an object for the list of the year. */
export function YearFactsList({ facts }: { readonly facts: NonNullable<ListEntry['year']>['facts'] }) {
  const { t } = useTranslation()
  const { selfCheck, form, ending, roadMapFailed, contacts, access, mass } = facts
  const yesNo = (is: boolean) => t(is ? 'actions.yes' : 'actions.no')
  return (
    <Facts
      facts={[
        { name: t('edition.selfCheck'), value: selfCheck ?? t('edition.noSelfCheck') },
        { name: t('edition.form'), value: t(`edition.form_${form}`) },
        {
          name: t('edition.ending'),
          value: ending && `${t(`edition.way_${ending.way}`)}, ${t(`edition.when_${ending.when}`)}: ${ending.act}`,
        },
        { name: t('edition.roadMapFailed'), value: yesNo(roadMapFailed) },
        { name: t('edition.contacts'), value: yesNo(contacts) },
        { name: t('edition.access'), value: yesNo(access) },
        { name: t('edition.mass'), value: mass },
      ]}
    />
  )
}
