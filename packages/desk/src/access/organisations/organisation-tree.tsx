import { listOrganisations } from '@otklik/model/access/api'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { Asked } from '../../shared/ui/states.tsx'
import { TreeNode } from './tree-branch.tsx'
import { moveInTree } from './tree-keys.ts'
import classes from './organisation-tree.module.css'

interface OrganisationTreeProps {
  readonly chosen: number
  /** The organisations above the chosen one: they stand open, so that one sees where it is. */
  readonly above: readonly number[]
  readonly closed: boolean
  readonly choose: (id: number) => void
}

/** What all items of the tree share. */
export interface Tree {
  readonly chosen: number
  readonly closed: boolean
  /** The item that Tab leads to; the others are reached by arrows. */
  readonly stop: string | null
  readonly isOpen: (id: number) => boolean
  readonly open: (id: number, open: boolean) => void
  readonly choose: (id: number) => void
}

/** The organisations as a tree that asks for what stands under one only when that one is opened. */
export function OrganisationTree({ chosen, above, closed, choose }: OrganisationTreeProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<ReadonlyMap<number, boolean>>(new Map())
  const [stop, setStop] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const query = useQuery(asked(listOrganisations, { query: {} }))
  const tops = query.data?.rows ?? []
  // An item that has gone (closed, moved, its branch shut) must not take the only way into the tree with it.
  // After every change of what is shown, wherever in the tree it was; it settles at once.
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(() => {
    if (stop !== null && list.current?.querySelector('[role="treeitem"][tabindex="0"]') === null) setStop(null)
  })
  const tree: Tree = {
    chosen,
    closed,
    stop: stop ?? (tops[0] === undefined ? null : String(tops[0].id)),
    isOpen: (id) => opened.get(id) ?? (above.includes(id) || tops.some((top) => top.id === id)),
    open: (id, open) => setOpened((before) => new Map([...before, [id, open]])),
    choose,
  }
  return (
    <Asked query={query} lines={8}>
      {({ rows }) => (
        // The items are focusable, and they take the keys through it.
        // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
        <div
          ref={list}
          className={classes.tree}
          role="tree"
          aria-label={t('organisations.tree')}
          onKeyDown={moveInTree}
          onFocus={({ target }) => setStop(target.dataset.item ?? null)}
        >
          {rows.map((row, index) => (
            <TreeNode key={row.id} tree={tree} row={row} level={1} place={{ at: index + 1, of: rows.length }} />
          ))}
        </div>
      )}
    </Asked>
  )
}
