import { Tabs } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../shared/ui/page.tsx'
import { Authorities } from './authorities.tsx'
import { Norms } from './norms.tsx'
import { Offices } from './offices.tsx'
import { Regions } from './regions.tsx'
import { KINDS } from './register-search.ts'
import { RegisteredServices } from './registered-services.tsx'

const route = getRouteApi('/desk/register')
const LISTS = {
  services: RegisteredServices,
  authorities: Authorities,
  offices: Offices,
  regions: Regions,
  norms: Norms,
} as const

export function RegisterScreen() {
  const { t } = useTranslation()
  const { kind = 'services' } = route.useSearch()
  const navigate = route.useNavigate()
  const List = LISTS[kind]
  return (
    <Page place={t('nav.register')} title={t(`register.title_${kind}`)} about={t(`register.about_${kind}`)}>
      <Tabs
        value={kind}
        onChange={(value) => void navigate({ search: { kind: KINDS.find((one) => one === value) } })}
        keepMounted={false}
      >
        <Tabs.List>
          {KINDS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`register.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={kind} pt="md">
          <List key={kind} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
