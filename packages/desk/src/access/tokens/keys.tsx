import { Tabs } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../shared/ui/page.tsx'
import { KEY_KINDS } from './keys-search.ts'
import { MachineTokens } from './machine-tokens.tsx'
import { Suppliers } from './suppliers.tsx'

const route = getRouteApi('/desk/keys')
const ABOUT = { suppliers: 'suppliers.about', machines: 'tokens.machineAbout' } as const

/** Everything that a system can come in with: the keys of suppliers, and those of other systems. */
export function KeysScreen() {
  const { t } = useTranslation()
  const { kind = 'suppliers' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Page place={t('nav.keys')} title={t(`keys.title_${kind}`)} about={t(ABOUT[kind])}>
      <Tabs
        value={kind}
        onChange={(value) => void navigate({ search: value === 'machines' ? { kind: value } : {} })}
        keepMounted={false}
      >
        <Tabs.List>
          {KEY_KINDS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`keys.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={kind} pt="md">
          {kind === 'machines' ? <MachineTokens /> : <Suppliers />}
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
