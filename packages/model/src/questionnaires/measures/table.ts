/** What all answers of one series have in common, whatever the form: kind, ends of the scale, option codes (missing ones aside). */
export interface MeasureShape {
  readonly type: 'one' | 'many' | 'scale' | 'text' | 'number' | 'date' | 'list' | 'consent'
  readonly min?: number | string
  readonly max?: number | string
  readonly options?: readonly string[]
}

const yesNo: MeasureShape = { type: 'one', options: ['yes', 'no'] }
const five: MeasureShape = { type: 'scale', min: 1, max: 5 }
const text: MeasureShape = { type: 'text' }
const list: MeasureShape = { type: 'list' }
const oneOf = (options: string): MeasureShape => ({ type: 'one', options: options.split(' ') })

/**
 * The measures that forms of the project use; 5 is always good or easy. A measure is added by the methodologist and never
 * changed: another scale or another set of options is another measure. Those of the first form are as the Порядок asks them.
 */
export const measures: ReadonlyMap<string, MeasureShape> = new Map(
  Object.entries({
    satisfaction_overall: yesNo,
    satisfaction_information: yesNo,
    satisfaction_term: yesNo,
    refusal_explained: yesNo,
    satisfaction_complaint: yesNo,
    satisfaction_support: yesNo,
    satisfaction_staff: yesNo,
    satisfaction_service: five,
    effort: five,
    convenience: five,
    'resource.portal': five,
    'resource.app': five,
    'resource.site': five,
    recommend: { type: 'scale', min: 1, max: 10 },
    outcome: oneOf('granted refused pending'),
    initiative: oneOf('offered self'),
    application_way: oneOf('portal app site office other'),
    fee_paid: yesNo,
    complaint_made: yesNo,
    attitude_change: oneOf('better worse same'),
    service: list,
    service_told: list,
    sex: oneOf('m f'),
    age: oneOf('lt18 18_29 30_44 45_60 61'),
    education: oneOf('higher higher_unfinished vocational secondary basic'),
    municipality: list,
    problem: oneOf('problem none'),
    proposal: text,
    importance: text,
  } satisfies Record<string, MeasureShape>),
)

/** The shape of a measure; every `criterion.…` is a scale of 1–5. Undefined for one that only an installation knows. */
export const measureShape = (code: string): MeasureShape | undefined =>
  code.startsWith('criterion.') ? five : measures.get(code)

/** «Да» and «нет» of these tell what happened, not who is content. */
export const notOfSatisfaction: ReadonlySet<string> = new Set(['fee_paid', 'complaint_made'])
