import { Button } from '@mantine/core'
import { type Person, readPerson } from '@otklik/model/access/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { useMay } from '../rights.ts'
import { useSession } from '../session.ts'
import { PersonAccess } from './person-access.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { PersonRoles } from './person-roles.tsx'
import { PersonSessions } from './person-sessions.tsx'
import { PersonStateBadge } from './person-state.tsx'

const route = getRouteApi('/desk/people/$person')

export function PersonScreen() {
  const { t } = useTranslation()
  const { person: id } = route.useParams()
  const query = useQuery(asked(readPerson, { params: { id } }))
  const place = <Link to="/people">{t('nav.people')}</Link>
  if (query.error?.status === 404)
    return (
      <Page place={place} title={t('person.missing')}>
        <Empty
          title={t('person.missing')}
          text={t('person.missingText')}
          action={
            <Button component={Link} to="/people" variant="default">
              {t('person.toList')}
            </Button>
          }
        />
      </Page>
    )
  return (
    <Page place={place} title={query.data?.name ?? t('nav.people')}>
      <Asked query={query} lines={8}>
        {(person) => <PersonSections person={person} />}
      </Asked>
    </Page>
  )
}

function PersonSections({ person }: { readonly person: Person }) {
  const { t } = useTranslation()
  const may = useMay()
  const { user } = useSession()
  const manages = may('people.manage')
  const whole = manages && person.whole
  const own = user.id === person.id
  return (
    <>
      {!person.whole && <p className="panel">{t('person.notWhole')}</p>}
      <PersonFacts person={person} changes={whole} />
      <PersonRoles person={person} changes={manages && !own && person.state !== 'deactivated'} />
      {whole && person.state === 'active' && <PersonSessions person={person} />}
      {whole && <PersonAccess person={person} own={own} />}
    </>
  )
}

function PersonFacts({ person, changes }: { readonly person: Person; readonly changes: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [changing, setChanging] = useState(false)
  const { login, mail, state, secondFactor, lastSignedInAt, createdAt } = person
  return (
    <section className="panel stack" aria-label={t('person.facts')}>
      <div className="row-ends">
        <h2>{t('person.facts')}</h2>
        {changes && (
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('person.edit')}
          </Button>
        )}
      </div>
      <Facts
        facts={[
          { name: t('people.state'), value: <PersonStateBadge state={state} /> },
          { name: t('people.login'), value: login },
          { name: t('people.mail'), value: mail },
          { name: t('people.secondFactor'), value: t(secondFactor ? 'actions.yes' : 'actions.no') },
          {
            name: t('people.lastSignedInAt'),
            value: lastSignedInAt === null ? t('people.never') : format.instant(lastSignedInAt),
          },
          { name: t('people.createdAt'), value: format.instant(createdAt) },
        ]}
      />
      {changing && <PersonDialog person={person} close={() => setChanging(false)} />}
    </section>
  )
}
