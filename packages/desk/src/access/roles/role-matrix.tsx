import type { listRoles, Role } from '@otklik/model/access/api'
import type { AnswerOf } from '@otklik/model/api'
import { IconCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../shared/table/columns.ts'
import { TableTools } from '../../shared/table/table-tools.tsx'
import classes from './role-matrix.module.css'
import { useWords } from './words.ts'

type Answer = AnswerOf<typeof listRoles>
type RightRow = Answer['rights'][number]

/** Rights down, roles across: the one table that decides what everyone may do. */
export function RoleMatrix({ roles, rights }: Answer) {
  const { t } = useTranslation()
  const columns = useColumns(roles)
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const shown = columns.filter(({ id }) => !hidden.has(id))
  const toggle = (id: string) =>
    setHidden((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  const [first, ...rest] = shown
  return (
    <section className="stack-tight" aria-label={t('roles.matrix')}>
      <div className="row-ends">
        <h2 style={{ margin: 0, fontSize: '1.0667rem' }}>{t('roles.matrix')}</h2>
        <TableTools columns={columns} shown={shown} toggle={toggle} rows={rights} />
      </div>
      {/* What scrolls must be reachable by keyboard. */}
      <div className={classes.scroll} role="region" aria-label={t('roles.matrix')} tabIndex={0}>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <th scope="col" className={classes.corner}>
                {first?.title}
              </th>
              {rest.map(({ id, title }) => (
                <th key={id} scope="col" className={classes.role}>
                  <span className={classes.turned}>{title}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rights.map((row) => (
              <tr key={row.right}>
                <th scope="row" className={classes.right}>
                  {first?.value(row)}
                </th>
                {rest.map((column) => (
                  <MatrixCell key={column.id} has={column.value(row) === 1} text={column.text?.(row) ?? ''} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function MatrixCell({ has, text }: { readonly has: boolean; readonly text: string }) {
  return (
    <td data-has={has}>
      {has ? <IconCheck size={18} stroke={2.4} aria-hidden /> : <span aria-hidden>·</span>}
      <span className="hidden-visually">{text}</span>
    </td>
  )
}

function useColumns(roles: readonly Role[]): Column<RightRow>[] {
  const { t } = useTranslation()
  const words = useWords()
  return useMemo(
    () => [
      { id: 'right', title: t('roles.rightHead'), value: ({ right }) => words.right(right) },
      ...roles.map(
        (role): Column<RightRow> => ({
          id: role.role,
          title: words.role(role.role),
          value: ({ right }) => Number(role.rights.includes(right)),
          text: ({ right }) => t(role.rights.includes(right) ? 'actions.yes' : 'actions.no'),
        }),
      ),
    ],
    [t, words, roles],
  )
}
