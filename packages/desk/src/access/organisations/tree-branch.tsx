import { listOrganisations, type Organisation } from '@otklik/model/access/api'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { useWords } from '../roles/words.ts'
import classes from './organisation-tree.module.css'
import type { Tree } from './organisation-tree.tsx'

const ON_PAGE = 100

interface TreeNodeProps {
  readonly tree: Tree
  readonly row: Organisation
  readonly level: number
  readonly place: { readonly at: number; readonly of: number }
}

/** An organisation and, where it is open, what stands under it. All items are siblings: their level says where they are. */
export function TreeNode({ tree, row, level, place }: TreeNodeProps) {
  const { t } = useTranslation()
  const words = useWords()
  const leaf = row.children === 0 && !tree.closed
  const open = !leaf && tree.isOpen(row.id)
  const Icon = open ? IconChevronDown : IconChevronRight
  const closed = row.closedAt === null ? '' : `, ${t('organisations.closed')}`
  // What is seen is said as well, so that it can be called by what is seen.
  const short = row.shortName === null ? '' : `${row.shortName}, `
  const choose = () => {
    if (!leaf) tree.open(row.id, true)
    tree.choose(row.id)
  }
  return (
    <>
      <Item
        tree={tree}
        id={String(row.id)}
        level={level}
        name={`${short}${row.name}, ${words.kind(row.kind)}${closed}`}
        place={place}
        chosen={tree.chosen === row.id}
        open={leaf ? undefined : open}
        act={choose}
      >
        <span
          className={classes.twisty}
          data-leaf={leaf}
          data-twisty
          role="presentation"
          onClick={(event) => {
            event.stopPropagation()
            tree.open(row.id, !open)
          }}
        >
          {!leaf && <Icon size={16} aria-hidden />}
        </span>
        <span className={classes.name} title={row.name}>
          {row.shortName ?? row.name}
          {row.closedAt !== null && <span className="dim small"> {t('organisations.closed')}</span>}
        </span>
      </Item>
      {open && <Branch tree={tree} parent={row.id} level={level + 1} />}
    </>
  )
}

interface BranchProps {
  readonly tree: Tree
  readonly parent: number
  readonly level: number
}

/** What stands right under an organisation, a page at a time. */
function Branch({ tree, parent, level }: BranchProps) {
  const [pages, setPages] = useState(1)
  return Array.from({ length: pages }, (_, page) => (
    <BranchPage
      key={page}
      tree={tree}
      parent={parent}
      level={level}
      offset={page * ON_PAGE}
      {...(page === pages - 1 ? { more: () => setPages(pages + 1) } : {})}
    />
  ))
}

function BranchPage({ tree, parent, level, offset, more }: BranchProps & { offset: number; more?: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(
    asked(listOrganisations, { query: { parent, limit: ON_PAGE, offset, ...(tree.closed ? { closed: true } : {}) } }),
  )
  const own = { tree, level, id: `${parent}+${offset}` }
  if (query.isError) return <Item {...own} name={t('organisations.broken')} act={() => void query.refetch()} quiet />
  if (query.data === undefined) return <Item {...own} name={t('organisations.loading')} busy quiet />
  const { rows, total } = query.data
  const left = total - offset - rows.length
  return (
    <>
      {rows.map((row, index) => (
        <TreeNode key={row.id} tree={tree} row={row} level={level} place={{ at: offset + index + 1, of: total }} />
      ))}
      {more && left > 0 && (
        <Item
          {...own}
          name={t('organisations.more', { count: left, n: format.count(Math.min(left, ON_PAGE)) })}
          act={more}
          quiet
        />
      )}
    </>
  )
}

interface ItemProps {
  readonly tree: Tree
  readonly id: string
  readonly level: number
  readonly name: string
  readonly place?: { readonly at: number; readonly of: number }
  readonly chosen?: boolean
  /** Undefined: nothing stands under it. */
  readonly open?: boolean | undefined
  readonly busy?: boolean
  /** Not an organisation, but something about the branch. */
  readonly quiet?: boolean
  readonly act?: () => void
  readonly children?: ReactNode
}

function Item({ tree, id, level, name, place, chosen, open, busy, quiet, act, children }: ItemProps) {
  const own = useRef<HTMLDivElement>(null)
  // A link to an organisation far down in a long branch shows it, not only the branch.
  useEffect(() => {
    if (chosen) own.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    // Keys are taken by the tree, which knows what stands before and after.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={own}
      role="treeitem"
      className={classes.item}
      style={{ paddingInlineStart: `calc(4px + ${level - 1} * var(--indent))` }}
      tabIndex={tree.stop === id ? 0 : -1}
      aria-label={name}
      aria-level={level}
      aria-selected={chosen ?? false}
      data-item={id}
      data-quiet={quiet}
      {...(open === undefined ? {} : { 'aria-expanded': open })}
      {...(busy ? { 'aria-busy': true } : {})}
      {...(place === undefined ? {} : { 'aria-posinset': place.at, 'aria-setsize': place.of })}
      onClick={act}
    >
      {children ?? (
        <>
          <span className={classes.twisty} data-leaf />
          {name}
        </>
      )}
    </div>
  )
}
