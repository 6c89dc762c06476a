import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMay } from '../../access/rights.ts'
import type { RequestsSearch } from './requests-search.ts'

interface RequestsLinkProps {
  readonly search: RequestsSearch
  /** What a screen reader says of the link where the figure alone says too little. */
  readonly label?: string
  readonly className?: string
  /** An invitation to open them: without the right there is nothing to say. A figure or a name stays as it is. */
  readonly invites?: boolean
  readonly children: ReactNode
}

/** Leads to the requests behind a figure those who may see single requests. */
export function RequestsLink({ search, label, className, invites = false, children }: RequestsLinkProps) {
  const may = useMay()
  if (!may('requests.read')) return invites ? null : children
  return (
    <Link to="/requests" search={search} aria-label={label} className={className}>
      {children}
    </Link>
  )
}
