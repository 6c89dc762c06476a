import type { Person } from '@otklik/model/access/api'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { useWords, type Words } from '../roles/words.ts'
import classes from './people-columns.module.css'
import { PersonStateBadge } from './person-state.tsx'

const rolesOf = ({ memberships }: Person, words: Words): string[] =>
  memberships.map(({ role, organisation }) => `${words.role(role)} – ${organisation.name}`)

const SHOWN = 3

/** The first roles, each cut after two lines; how many more there are, is said. */
function RolesCell({ person, words }: { readonly person: Person; readonly words: Words }) {
  const { t } = useTranslation()
  const left = person.memberships.length - SHOWN
  return (
    <div className={classes.roles} title={rolesOf(person, words).join('; ')}>
      {person.memberships.slice(0, SHOWN).map(({ id, role, organisation }) => (
        <span key={id} className={classes.role}>
          {words.role(role)} <span className="dim">– {organisation.name}</span>
        </span>
      ))}
      {left > 0 && <span className="dim">{t('people.moreRoles', { count: left })}</span>}
    </div>
  )
}

export function usePeopleColumns(): Column<Person>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  return useMemo(() => {
    const yesNo = (is: boolean) => t(is ? 'actions.yes' : 'actions.no')
    const at = (time: string | null, none: string) => (time === null ? none : format.instant(time))
    return [
      {
        id: 'name',
        title: t('people.name'),
        wide: true,
        value: ({ name }) => name,
        show: ({ id, name }) => (
          <Link to="/people/$person" params={{ person: id }}>
            {name}
          </Link>
        ),
      },
      { id: 'login', title: t('people.login'), value: ({ login }) => login },
      { id: 'mail', title: t('people.mail'), value: ({ mail }) => mail, extra: true },
      {
        id: 'roles',
        title: t('people.roles'),
        value: (person) => rolesOf(person, words)[0] ?? null,
        text: (person) => rolesOf(person, words).join('; '),
        show: (person) => <RolesCell person={person} words={words} />,
      },
      {
        id: 'state',
        title: t('people.state'),
        value: ({ state }) => t(`people.state_${state}`),
        show: ({ state }) => <PersonStateBadge state={state} />,
      },
      { id: 'secondFactor', title: t('people.secondFactor'), value: ({ secondFactor }) => yesNo(secondFactor) },
      {
        id: 'lastSignedInAt',
        title: t('people.lastSignedInAt'),
        figures: true,
        value: ({ lastSignedInAt }) => lastSignedInAt,
        text: ({ lastSignedInAt }) => at(lastSignedInAt, ''),
        show: ({ lastSignedInAt }) => at(lastSignedInAt, t('people.never')),
      },
      {
        id: 'createdAt',
        title: t('people.createdAt'),
        figures: true,
        extra: true,
        value: ({ createdAt }) => createdAt,
        text: ({ createdAt }) => format.instant(createdAt),
        show: ({ createdAt }) => format.instant(createdAt),
      },
    ]
  }, [t, format, words])
}
