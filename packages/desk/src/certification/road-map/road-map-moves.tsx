import { Button } from '@mantine/core'
import {
  agreeRoadMap,
  amendRoadMap,
  approveRoadMap,
  finishRoadMap,
  returnRoadMap,
  type RoadMap,
  submitRoadMap,
} from '@otklik/model/certification/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { ReasonDialog } from '../reason-dialog.tsx'
import { RoadMapEditor } from './road-map-editor.tsx'
import { StepDoneDialog } from './step-done-dialog.tsx'

const QUICK = { submit: submitRoadMap, agree: agreeRoadMap, approve: approveRoadMap, finish: finishRoadMap } as const
const WITH_REASON = { return: returnRoadMap, amend: amendRoadMap } as const
type Event = RoadMap['moves'][number]['event']

const isQuick = (event: Event): event is keyof typeof QUICK => Object.hasOwn(QUICK, event)
const needsReason = (event: Event): event is keyof typeof WITH_REASON => Object.hasOwn(WITH_REASON, event)

/** What the person may do about the road map now; what is in the way of a move stands beside it. */
export function RoadMapMoves({ map }: { readonly map: RoadMap }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [opened, setOpened] = useState<Event | null>(null)
  const moving = useMutation({
    mutationFn: (event: keyof typeof QUICK) => call(QUICK[event], { params: { id: map.id } }),
    onSuccess: () => client.invalidateQueries(),
  })
  const close = () => setOpened(null)
  if (map.moves.length === 0) return null
  return (
    <>
      {moving.isError && <FormTrouble error={moving.error} />}
      {map.moves.flatMap(({ event, refused }) =>
        refused === null
          ? []
          : [
              <p key={event} className="dim small" style={{ margin: 0 }}>
                {refused}
              </p>,
            ],
      )}
      <div className="row no-print" style={{ flexWrap: 'wrap' }}>
        {map.moves.map(({ event, refused }) => (
          <Button
            key={event}
            size="compact-md"
            variant={isQuick(event) && refused === null ? 'filled' : 'default'}
            disabled={refused !== null}
            loading={moving.isPending}
            onClick={() => (isQuick(event) ? moving.mutate(event) : setOpened(event))}
          >
            {t(`roadMap.move_${event}`)}
          </Button>
        ))}
      </div>
      {opened === 'edit' && <RoadMapEditor map={map} close={close} />}
      {opened === 'report' && <StepDoneDialog map={map} close={close} />}
      {opened !== null && needsReason(opened) && (
        <ReasonDialog
          action={t(`roadMap.move_${opened}`)}
          save={(reason) => call(WITH_REASON[opened], { params: { id: map.id }, body: { reason } })}
          close={close}
        />
      )}
    </>
  )
}
