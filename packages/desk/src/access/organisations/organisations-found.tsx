import { listOrganisations } from '@otklik/model/access/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { Pager } from '../../shared/table/pager.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { useWords } from '../roles/words.ts'
import classes from './organisations-found.module.css'

const ON_PAGE = 50

interface OrganisationsFoundProps {
  readonly find: string
  readonly closed: boolean
  readonly chosen: number
}

/** Organisations by a part of their name, each with where it stands. */
export function OrganisationsFound({ find, closed, chosen }: OrganisationsFoundProps) {
  const { t } = useTranslation()
  const words = useWords()
  // Pages of what was sought: other words begin at the first again.
  const [page, setPage] = useState({ find, offset: 0 })
  const offset = page.find === find ? page.offset : 0
  const query = useQuery({
    ...asked(listOrganisations, { query: { find, limit: ON_PAGE, offset, ...(closed ? { closed } : {}) } }),
    placeholderData: (before) => before,
  })
  return (
    <Asked query={query} lines={8}>
      {({ total, rows }) =>
        rows.length === 0 ? (
          <Empty title={t('organisations.notFound')} text={t('organisations.notFoundText')} />
        ) : (
          <>
            <ul className={classes.found} aria-label={t('organisations.found')}>
              {rows.map(({ id, name, kind, above, closedAt }) => (
                <li key={id}>
                  <Link
                    to="/organisations"
                    search={(before) => ({ ...before, id: String(id) })}
                    aria-current={chosen === id ? 'true' : undefined}
                  >
                    {name}
                  </Link>
                  <span className="dim small">
                    {[words.kind(kind), closedAt === null ? '' : t('organisations.closed'), above.at(-1)?.name ?? '']
                      .filter((text) => text !== '')
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
            <Pager total={total} offset={offset} size={ON_PAGE} go={(to) => setPage({ find, offset: to })} />
          </>
        )
      }
    </Asked>
  )
}
