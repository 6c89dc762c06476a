import { Button } from '@mantine/core'
import type { CertificationObject } from '@otklik/model/certification/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SidePanel } from '../../shared/ui/dialog.tsx'
import { ObjectFacts } from './object-facts.tsx'
import { ObjectForm } from './object-form.tsx'
import { RemovalDialog } from './removal-dialog.tsx'

interface ObjectWindowProps {
  /** As the list shows it now; undefined: it stands on this page no more. */
  readonly object: CertificationObject | undefined
  readonly edits: boolean
  readonly close: () => void
}

/** An object opened from the table: to read, to change, to take out or put back. */
export function ObjectWindow({ object, edits, close }: ObjectWindowProps) {
  const { t } = useTranslation()
  const [removing, setRemoving] = useState(false)
  // Somebody may have renamed it out of the search while it is being changed: what is typed must stay.
  const [first] = useState(object)
  const shown = object ?? first
  if (shown === undefined) return null
  if (removing) return <RemovalDialog object={shown} close={close} />
  const button = (
    <Button variant="outline" {...(shown.removed === null ? { color: 'red' } : {})} onClick={() => setRemoving(true)}>
      {t(shown.removed === null ? 'objects.remove' : 'objects.restore')}
    </Button>
  )
  if (edits && shown.removed === null) return <ObjectForm object={shown} close={close} more={button} />
  return (
    <SidePanel title={shown.name} close={close}>
      <div className="stack">
        <ObjectFacts object={shown} />
        {edits && <div>{button}</div>}
      </div>
    </SidePanel>
  )
}
