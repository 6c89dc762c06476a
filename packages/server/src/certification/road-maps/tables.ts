import type { RoadMapContent } from '@otklik/model/certification/road-map'
import type { Generated } from 'kysely'
import type { Json } from '../procedure/tables.ts'

export interface RoadMapTables {
  /** The road map of a conclusion. Who did something stands by name, as in the lists. */
  certification_road_maps: {
    id: Generated<number>
    procedure_id: number
    version: Generated<number>
    state: 'draft' | 'on_agreement' | 'agreed' | 'approved' | 'done'
    content: Json<RoadMapContent>
    begun_at: Date
    begun_by: string
    submitted_at: Date | null
    submitted_by: string | null
    returned_at: Date | null
    returned_by: string | null
    returned_reason: string | null
    agreed_at: Date | null
    agreed_by: string | null
    approved_at: Date | null
    approved_by: string | null
    finished_at: Date | null
    finished_by: string | null
  }
}

declare module '../../platform/postgres/database.ts' {
  interface Database extends RoadMapTables {}
}
