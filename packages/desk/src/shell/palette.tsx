import { Modal } from '@mantine/core'
import { listRequests, readFilters } from '@otklik/model/progress/api'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../access/rights.ts'
import { asked } from '../shared/api/queries.ts'
import { useSlice } from '../shared/filters/use-slice.ts'
import { useReturnedFocus } from '../shared/ui/dialog.tsx'
import classes from './palette.module.css'
import { type Found, placesFound, requestsFound, servicesFound } from './palette-found.ts'

const SHORTEST_NUMBER = 3

/** Finds a page, a service or a request by what is typed; everything by keyboard. */
export function Palette({ close }: { readonly close: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const found = useFound(text)
  const list = useId()
  const go = useGo(close)
  useReturnedFocus()
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setChosen((at) => (at + step + found.length) % Math.max(1, found.length))
    }
    const entry = found[chosen]
    if (event.key === 'Enter' && entry !== undefined) void go(entry)
  }
  return (
    <Modal
      opened
      returnFocus={false}
      onClose={close}
      withCloseButton={false}
      size={560}
      yOffset="10vh"
      centered={false}
      padding={0}
      aria-label={t('palette.open')}
    >
      <input
        className={classes.input}
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={found[chosen] === undefined ? undefined : `${list}-${chosen}`}
        aria-label={t('palette.label')}
        placeholder={t('palette.label')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setChosen(0)
        }}
        onKeyDown={onKey}
      />
      <ul id={list} role="listbox" aria-label={t('palette.found')} className={classes.list}>
        {found.map((entry, index) => (
          // The keys are heard by the field above: it keeps the focus and points at the chosen entry.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={`${entry.kind} ${entry.id}`}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={classes.entry}
            onMouseMove={() => setChosen(index)}
            onClick={() => void go(entry)}
          >
            <span>{entry.name}</span>
            <span className="dim small">{t(`palette.${entry.kind}`)}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={classes.nothing}>{t('palette.nothing')}</p>}
    </Modal>
  )
}

function useFound(text: string): Found[] {
  const { t } = useTranslation()
  const may = useMay()
  const [settled] = useDebouncedValue(text.trim(), 200)
  const filters = useQuery({ ...asked(readFilters, {}), enabled: may('progress.read') })
  const byNumber = settled.length >= SHORTEST_NUMBER && may('requests.read')
  const requests = useQuery({ ...asked(listRequests, { query: { find: settled, limit: 6 } }), enabled: byNumber })
  return useMemo(
    () => [
      ...placesFound(text, may, (name) => t(`nav.${name}`)),
      ...servicesFound(text, filters.data?.services ?? []),
      ...(byNumber ? requestsFound(requests.data?.rows ?? []) : []),
    ],
    [text, may, t, filters.data, byNumber, requests.data],
  )
}

function useGo(close: () => void) {
  const navigate = useNavigate()
  const slice = useSlice()
  return async (entry: Found) => {
    close()
    if (entry.kind === 'page') await navigate({ to: entry.to, search: slice })
    else if (entry.kind === 'service') {
      await navigate({
        to: '/services/$service',
        params: { service: entry.id },
        search: { ...slice, service: undefined },
      })
    } else await navigate({ to: '/requests/$request', params: { request: entry.id }, search: slice })
  }
}
