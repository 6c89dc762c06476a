import { NativeSelect } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { isRole } from '@otklik/model/access'
import { listRoles } from '@otklik/model/access/api'
import type { AnswerOf } from '@otklik/model/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { Page } from '../../shared/ui/page.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { RoleCard } from './role-card.tsx'
import { RoleMatrix } from './role-matrix.tsx'
import { useWords } from './words.ts'

const route = getRouteApi('/desk/roles')

/** As in the style sheets: there the sections of the desk go above the screen. */
const NARROW = '(max-width: 860px)'

export function RolesScreen() {
  const { t } = useTranslation()
  const query = useQuery(asked(listRoles, {}))
  const narrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false })
  return (
    <Page place={t('nav.roles')} title={t('roles.title')} about={t('roles.about')}>
      <Asked query={query} lines={14}>
        {(answer) => (narrow ? <OneRole {...answer} /> : <AllRoles {...answer} />)}
      </Asked>
    </Page>
  )
}

type Roles = AnswerOf<typeof listRoles>

function AllRoles({ roles, rights }: Roles) {
  const { t } = useTranslation()
  return (
    <>
      <RoleMatrix roles={roles} rights={rights} />
      <section className="stack" aria-label={t('roles.onlyThis')}>
        <div>
          <h2 style={{ margin: 0, fontSize: '1.0667rem' }}>{t('roles.onlyThis')}</h2>
          <p className="dim" style={{ margin: '4px 0 0' }}>
            {t('roles.demandHint')}
          </p>
        </div>
        <div className="columns-wide">
          {roles.map((role) => (
            <RoleCard key={role.role} role={role} />
          ))}
        </div>
      </section>
    </>
  )
}

/** On a phone a table of seventeen columns is no answer: one role at a time, with its rights as a list. */
function OneRole({ roles, rights }: Roles) {
  const { t } = useTranslation()
  const words = useWords()
  const { role: named } = route.useSearch()
  const navigate = route.useNavigate()
  const role = roles.find((one) => one.role === named) ?? roles[0]
  if (role === undefined) return null
  return (
    <>
      <NativeSelect
        label={t('roles.choose')}
        value={role.role}
        data={roles.map((one) => ({ value: one.role, label: words.role(one.role) }))}
        onChange={({ currentTarget: { value } }) =>
          void navigate({ search: isRole(value) ? { role: value } : {}, replace: true, resetScroll: false })
        }
      />
      <RoleCard role={role} rights={rights} />
    </>
  )
}
