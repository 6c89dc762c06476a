import { Button } from '@mantine/core'
import { type Organisation, readOrganisation } from '@otklik/model/access/api'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { type Translate, useFormat } from '../../shared/i18n/index.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { useMay } from '../rights.ts'
import { useWords } from '../roles/words.ts'
import { OrganisationActions } from './organisation-actions.tsx'
import { OrganisationSuppliers } from './organisation-suppliers.tsx'
import classes from './organisations.module.css'
import { type Seen, seenFrom } from './seen.ts'

interface OrganisationDetailsProps {
  readonly id: number
  /** Chosen by the person, not shown for want of a choice. */
  readonly asked: boolean
  readonly back: () => void
  readonly choose: (id: number) => void
}

/** The chosen organisation, beside the tree or, where there is no room, instead of it. */
export function OrganisationDetails({ id, asked: chosen, back, choose }: OrganisationDetailsProps) {
  const { t } = useTranslation()
  const query = useQuery(asked(readOrganisation, { params: { id } }))
  const pane = useRef<HTMLDivElement>(null)
  // Where the tree has gone the focus has gone with it: it comes along to what was chosen.
  useEffect(() => {
    if (chosen && document.activeElement === document.body) pane.current?.focus()
  }, [chosen])
  return (
    <div className={`${classes.details} stack`} ref={pane} tabIndex={-1}>
      <Button
        className={`${classes.back ?? ''} no-print`}
        style={{ justifySelf: 'start' }}
        variant="default"
        leftSection={<IconArrowLeft size={16} aria-hidden />}
        onClick={back}
      >
        {t('organisations.toTree')}
      </Button>
      {query.error?.status === 404 ? (
        <Empty title={t('organisations.missing')} text={t('organisations.missingText')} />
      ) : (
        <Asked query={query} lines={8}>
          {(organisation) => <Details organisation={organisation} choose={choose} />}
        </Asked>
      )}
    </div>
  )
}

function Details({ organisation, choose }: { organisation: Organisation; choose: (id: number) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  const may = useMay()
  const { name, shortName, kind, above, region, zone, ogrn, address, phone, mail, children, closedAt } = organisation
  return (
    <>
      <section className="panel stack" aria-label={name}>
        <div>
          <h2 style={{ overflowWrap: 'anywhere' }}>{name}</h2>
          <span className="dim small">
            {[
              shortName,
              words.kind(kind),
              closedAt === null ? null : t('organisations.closedAt', { at: format.instant(closedAt) }),
            ]
              .filter((text) => text !== null && text !== name)
              .join(' · ')}
          </span>
        </div>
        {above.length > 0 && <Above organisation={organisation} />}
        <Facts
          facts={[
            { name: t('organisations.region'), value: region },
            { name: t('organisations.zone'), value: zone },
            { name: t('organisations.ogrn'), value: ogrn },
            { name: t('organisations.phone'), value: phone },
            { name: t('organisations.mail'), value: mail && <a href={`mailto:${encodeURIComponent(mail)}`}>{mail}</a> },
            { name: t('organisations.address'), value: address },
            { name: t('organisations.children'), value: format.count(children) },
            { name: t('organisations.sees'), value: <Sees organisation={organisation} /> },
          ]}
        />
        <div>
          <Link to="/people" search={{ organisation: String(organisation.id) }}>
            {t('organisations.openPeople', { n: format.count(organisation.people) })}
          </Link>
        </div>
        {may('people.manage') && <OrganisationActions organisation={organisation} choose={choose} />}
      </section>
      {may('suppliers.read') && <OrganisationSuppliers organisation={organisation} />}
    </>
  )
}

/** The way from the top of the own part down to it. */
function Above({ organisation: { above } }: { readonly organisation: Organisation }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('organisations.above')} style={{ overflowWrap: 'anywhere' }}>
      {above.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && <span aria-hidden> › </span>}
          <Link to="/organisations" search={(before) => ({ ...before, id: String(id) })}>
            {name}
          </Link>
        </span>
      ))}
    </nav>
  )
}

function Sees({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useTranslation()
  const seen = seenFrom(organisation)
  return seen.length === 0 ? t('organisations.seesNothingYet') : seen.map((one) => seenText(one, t)).join('; ')
}

function seenText(seen: Seen, t: Translate): string {
  switch (seen.why) {
    case 'everything':
      return t('organisations.seesEverything')
    case 'region':
      return t('organisations.seesRegion', { region: seen.region })
    case 'authority':
      return t('organisations.seesAuthority', { name: seen.name })
    case 'office':
      return t('organisations.seesOffice', { name: seen.name })
    case 'under':
      return t('organisations.seesUnder')
    case 'by_role':
      return t('organisations.seesByRole')
  }
}
